import { CompatError } from './compat-error.ts';

/** A request body has to be mapped and is not JSON. */
export class InvalidRequestBodyError extends CompatError {
  override readonly name = 'InvalidRequestBodyError';
  readonly operationId: string;

  constructor(operationId: string, options: ErrorOptions) {
    super(
      `${operationId} request body: not JSON, so it cannot be mapped; ` +
        `send JSON in UTF-8 without a content-encoding. Nothing was sent.`,
      options,
    );
    this.operationId = operationId;
  }
}
