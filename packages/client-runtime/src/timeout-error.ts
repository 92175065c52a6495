import { ClientError, type OperationCall } from './client-error.ts';

/** The call took longer than its `timeout`. Whether the server acted on it is unknown. */
export class TimeoutError extends ClientError {
  override readonly name = 'TimeoutError';
  readonly kind = 'timeout' as const;
  /** The limit, in ms. */
  readonly timeout: number;

  constructor(call: OperationCall, timeout: number) {
    super(call, `${call.operation} failed: no complete response within ${timeout} ms`);
    this.timeout = timeout;
  }
}
