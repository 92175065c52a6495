import type { AnswerIds } from './errors/client-error.ts';

/** What a method gives: the body of a success. */
export interface ApiPromise<Data> extends Promise<Data> {
  /** The same, with what is known of the answer besides. */
  withResponse(): Promise<WithResponse<Data>>;
}

/** A body and what came with it. */
export interface WithResponse<Data> {
  readonly data: Data;
  readonly response: ResponseDetails;
}

/** What is known of the answer to a successful call, besides its body. */
export interface ResponseDetails extends AnswerIds {
  readonly status: number;
  readonly headers: Headers;
  /** How many attempts it took. */
  readonly attempts: number;
  /** From the call to the whole answer, in ms. */
  readonly duration: number;
}

/** Makes a promise for the body of an answer. */
export function createApiPromise<Data>(answer: Promise<WithResponse<Data>>): ApiPromise<Data> {
  const promise = answer.then(({ data }) => data);
  return Object.assign(promise, {
    // Not the answer itself, or a failure would go unhandled in the promise that nobody has then.
    withResponse: () => promise.then(() => answer),
  });
}
