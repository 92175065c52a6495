import { ClientError, type CallProgress } from './client-error.ts';

/**
 * No complete response arrived: the connection failed or broke. `cause` is a copy of what `fetch` rejected with, without
 * secrets.
 */
export class ConnectionError extends ClientError {
  static override readonly tag: string = 'ConnectionError';
  declare readonly kind: 'connection';
  /** Whether nothing can have reached the server. Otherwise, whether it acted on the request is unknown. */
  readonly wasNotSent: boolean;

  constructor(call: CallProgress, cause: Error) {
    const { message, code } = innermost(cause);
    super(call, `${call.operation} failed: no complete response: ${message}`, { cause });
    this.wasNotSent = neverConnected.test(String(code));
  }
}

/** As Node and Bun name it when there was no connection: no address, nobody who listens, no way there. */
const neverConnected =
  /^(E(AI_AGAIN|CONNREFUSED|HOSTUNREACH|NETUNREACH|NOTFOUND)|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;

/** `fetch failed` says nothing; the reason is further down. */
function innermost(error: Error): Error & { readonly code?: unknown } {
  return error.cause instanceof Error ? innermost(error.cause) : error;
}
