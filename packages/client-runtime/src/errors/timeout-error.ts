import { ClientError, type CallProgress } from './client-error.ts';

/** The call took longer than its `timeout`, or an attempt than `attemptTimeout`. Whether the server acted on it is unknown. */
export class TimeoutError extends ClientError {
  static override readonly errorTag: string = 'Timeout';
  declare readonly kind: 'timeout';
  /** The limit, in ms. */
  declare readonly timeout: number;
  /** What the limit is for. */
  declare readonly scope: 'attempt' | 'call';

  constructor(call: CallProgress, timeout: number, scope: 'attempt' | 'call') {
    super(call, `${call.operation} failed: no complete response within ${timeout} ms (${scope})`);
    this.timeout = timeout;
    this.scope = scope;
  }
}
