import { LossError } from './errors/loss-error.ts';
import type { Loss, LossContext, OnLoss, Severity } from './loss.ts';

/** What to do about a loss: warn of it, refuse it, or tell a callback. */
export type LossPolicy<ChangeId extends string = string> = 'report' | 'throw' | OnLoss<ChangeId>;

/** A policy for each kind of loss: that of the change, else that of the severity, else `'report'`. */
export type LossPolicies<ChangeId extends string = string> = {
  readonly [Kind in Severity | ChangeId]?: LossPolicy<ChangeId>;
};

/** The callback that does what the policies say. */
export function lossHandlerOf<ChangeId extends string>(
  policies: LossPolicy<ChangeId> | LossPolicies<ChangeId>,
): OnLoss {
  if (typeof policies !== 'object') return handlerOf(policies as LossPolicy);
  const handlers = new Map<string, OnLoss>(
    Object.entries(policies).map(([kind, policy]) => [kind, handlerOf(policy as LossPolicy)]),
  );
  return (loss, context) => {
    const handle = handlers.get(loss.change) ?? handlers.get(loss.severity) ?? warnOfLoss;
    handle(loss, context);
  };
}

function handlerOf(policy: LossPolicy): OnLoss {
  if (policy === 'report') return warnOfLoss;
  return policy === 'throw' ? throwOnLoss : policy;
}

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
 * @throws LossError always; for a part of the request, before anything is sent.
 */
export function throwOnLoss(loss: Loss, context: LossContext): never {
  throw new LossError(loss, context);
}
