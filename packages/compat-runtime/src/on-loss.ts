import { LossError } from './errors/loss-error.ts';
import type { Loss, LossContext } from './loss.ts';

/**
 * Reports a loss as one line on the console.
 *
 * The values themselves stay out of it: they are the caller's traffic, and consoles are often kept.
 */
export function warnOfLoss(loss: Loss, context: LossContext): void {
  const { operationId, part, direction } = context;
  console.warn(
    `${operationId} ${part} ${loss.pointer}: ${loss.severity} loss on ${direction} (${loss.change})`,
  );
}

/**
 * Refuses every loss.
 *
 * @throws LossError always; for the request's part, before anything is sent.
 */
export function throwOnLoss(loss: Loss, context: LossContext): never {
  throw new LossError(loss, context);
}
