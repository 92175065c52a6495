import type { Loss, LossContext } from '../loss.ts';
import { afterwards, quote } from './wording.ts';
import { CompatError } from './compat-error.ts';

/** A value could only be carried over with a loss, and the caller refuses losses. */
export class LossError extends CompatError {
  override readonly name = 'LossError';
  readonly loss: Loss;
  readonly context: LossContext;

  constructor(loss: Loss, context: LossContext) {
    super(
      `${context.operationId} ${context.part} ${loss.pointer}: ${context.direction} would replace ` +
        `${quote(loss.was)} with ${quote(loss.becomes)} (${loss.change}); ` +
        `avoid the value, or accept the loss in onLoss. ${afterwards(context.part)}`,
    );
    this.loss = loss;
    this.context = context;
  }
}
