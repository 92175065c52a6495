import { ClientError, type CallProgress } from './client-error.ts';

/**
 * No complete response arrived: the connection failed or broke. `cause` is the innermost reason that `fetch` gave, without
 * secrets.
 */
export class ConnectionError extends ClientError {
  static override readonly tag: string = 'Connection';
  declare readonly kind: 'connection';
  /** Whether nothing can have reached the server. Otherwise, whether it acted on the request is unknown. */
  readonly wasNotSent: boolean;

  constructor(call: CallProgress, cause: Error) {
    const { message, code } = cause as Error & { readonly code?: string };
    super(call, `${call.operation} failed: no complete response: ${message}`, { cause });
    this.wasNotSent = neverConnected.test(code ?? '');
  }
}

/** As Node and Bun name it when there was no connection: no address, nobody who listens, no way there. */
const neverConnected =
  /^(E(AI_AGAIN|CONNREFUSED|HOSTUNREACH|NETUNREACH|NOTFOUND)|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;
