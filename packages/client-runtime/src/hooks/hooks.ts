import type { ClientError, OperationCall } from '../errors/client-error.ts';

/**
 * What a client reports of its calls, such as for logs, metrics and traces. `call` is one object in all that is reported
 * of a call. What a hook throws, or rejects with, breaks no call.
 *
 * After `request`, one of `retry`, `success` and `error` follows for that attempt, whatever happens to it. `error` also
 * comes without an attempt, when a call fails before the first or between two.
 */
export interface Hooks {
  /** An attempt is about to be sent. */
  request?(event: RequestEvent): void;
  /** The head of an answer has arrived. */
  response?(event: ResponseEvent): void;
  /** An attempt failed, and another will follow. */
  retry?(event: RetryEvent): void;
  /** The call succeeded: its answer has arrived as a whole, and is what it has to be. */
  success?(event: SuccessEvent): void;
  /** The call failed for good. */
  error?(event: CallErrorEvent): void;
}

export interface RequestEvent {
  readonly call: OperationCall;
  /** 1 for the first. */
  readonly attempt: number;
  /** Absolute, without API keys. The values in its query can be personal all the same. */
  readonly url: string;
  /** By names in lower case; more can be added. Credentials come afterwards, so that no hook sees them. */
  readonly headers: Record<string, string>;
}

export interface ResponseEvent {
  readonly call: OperationCall;
  readonly attempt: number;
  readonly status: number;
  readonly headers: Headers;
  /** Since it was sent, in ms. */
  readonly duration: number;
}

export interface RetryEvent {
  readonly call: OperationCall;
  /** The one that failed. */
  readonly attempt: number;
  readonly error: ClientError;
  /** Until the next is sent, in ms. */
  readonly delay: number;
}

export interface SuccessEvent {
  readonly call: OperationCall;
  readonly attempt: number;
  /** Of the whole call, in ms. */
  readonly duration: number;
}

export interface CallErrorEvent {
  readonly call: OperationCall;
  /** The last one, 0 if none was sent. */
  readonly attempt: number;
  /** What the call rejects with: a `ClientError`, the reason of an abort, or what a function from the options threw. */
  readonly error: unknown;
}
