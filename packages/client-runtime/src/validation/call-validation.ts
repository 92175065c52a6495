import type { OperationCall } from '../errors/client-error.ts';
import type { Argument } from '../request/parameter.ts';

/** Checks the calls of a client. What it throws, the call rejects with. */
export interface CallValidation {
  /** Before a request is sent. */
  request(
    call: OperationCall,
    operationId: string,
    args: readonly Argument[],
    body: unknown,
  ): void | Promise<void>;
  /** When the answer to a call that succeeded has arrived; an integer that a number would round is a `bigint`. */
  response(
    call: OperationCall,
    operationId: string,
    status: number,
    body: unknown,
  ): void | Promise<void>;
}
