import { redactError } from '../redact.ts';
import { ClientError, type CallProgress } from './client-error.ts';

/**
 * No complete response arrived: the connection failed or broke. `cause` is the innermost reason that `fetch` gave, without
 * secrets.
 */
export class ConnectionError extends ClientError {
  static override readonly errorTag: string = 'Connection';
  declare readonly kind: 'connection';
  /**
   * Whether nothing can have reached the server. Otherwise, whether it acted on the request is unknown. Only the `fetch`
   * of Node tells.
   */
  declare readonly wasNotSent: boolean;

  constructor(call: CallProgress, error: unknown, secrets: readonly string[] = []) {
    const cause = redactError(error, secrets);
    super(call, `${call.operation} failed: no complete response: ${cause.message}`, { cause });
    // Deno and Bun send a request again by themselves when a kept connection breaks, POST included, and then tell of the
    // second connection that nobody listened, though the server got the request on the first. Of them, only Bun has a
    // code; unlike Node, it has it on the error itself. Workers and browsers never say why.
    const { code, message } = Object((error as Partial<Error> | undefined)?.cause) as {
      readonly code?: string;
      readonly message?: string;
    };
    this.wasNotSent = neverConnected.test(`${code} ${message}`);
  }
}

/**
 * As Node names it when there was no connection: no address, nobody who listens, no way there. A connection that is there
 * can end with the same codes, when it is read from or written to.
 */
const neverConnected = /^(UND_)?E\w+(AGAIN|CONNECT_TIMEOUT|FOUND|REFUSED|UNREACH) (?!read|write)/;
