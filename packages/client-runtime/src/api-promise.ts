import { idsOf, type AnswerIds } from './errors/client-error.ts';
import type { Answer } from './response/answer.ts';

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
export function createApiPromise<Data>(answer: Promise<Answer>): ApiPromise<Data> {
  const promise = answer.then(({ data }) => data as Data);
  return Object.assign(promise, {
    // Not of `answer`, or a failure would go unhandled in the promise that nobody has then.
    withResponse: async () => ({ data: await promise, response: describe(await answer) }),
  });
}

function describe({ response: { status, headers }, attempts, duration }: Answer): ResponseDetails {
  return {
    status,
    headers,
    ...idsOf(headers),
    attempts,
    duration: Math.round(duration),
  };
}
