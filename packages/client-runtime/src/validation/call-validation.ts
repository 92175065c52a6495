import type { OperationCall } from '../errors/client-error.ts';
import type { OperationSpec } from '../operation-spec.ts';
import type { CallInput } from '../request/parameter.ts';

/** Checks the calls of a client. What it throws, the call rejects with. */
export interface CallValidation {
  /** Before a request is sent. */
  request(call: OperationCall, request: RequestToValidate): void | Promise<void>;
  /** When the answer to a call that succeeded has arrived. */
  response(call: OperationCall, response: ResponseToValidate): void | Promise<void>;
}

export interface RequestToValidate extends CallInput {
  readonly spec: OperationSpec;
  readonly body: unknown;
}

export interface ResponseToValidate {
  readonly spec: OperationSpec;
  readonly status: number;
  /** An integer that a number would round is a `bigint`. */
  readonly body: unknown;
}
