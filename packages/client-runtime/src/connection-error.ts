import { ClientError, type OperationCall } from './client-error.ts';

/**
 * No complete response arrived: the connection failed or broke. Whether the server acted on the
 * request is unknown. `cause` is a copy of what `fetch` rejected with, without secrets.
 */
export class ConnectionError extends ClientError {
  override readonly name = 'ConnectionError';
  readonly kind = 'connection' as const;

  constructor(call: OperationCall, cause: Error) {
    super(call, `${call.operation} failed: no complete response: ${innermost(cause).message}`, {
      cause,
    });
  }
}

/** `fetch failed` says nothing; the reason is further down. */
function innermost(error: Error): Error {
  return error.cause instanceof Error ? innermost(error.cause) : error;
}
