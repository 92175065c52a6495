/** Which operation a call was for. Holds the path template: a URL can contain an API key. */
export interface OperationCall {
  /** The client's method. */
  readonly operation: string;
  /** The HTTP method. */
  readonly method: string;
  /** The path template. */
  readonly path: string;
}

/** How far a call has come; one object for the whole call, which its errors read. */
export interface CallProgress extends OperationCall {
  /** How many attempts have been sent. */
  attempts: number;
  /** By `performance.now()`, which clocks that are set do not move. */
  readonly startedAt: number;
  /** Copies that of the last answer, without secrets. Only errors need it, and a copy takes its time. */
  head?: () => AnswerHead;
  /** Where the API takes one. */
  idempotencyKey?: string;
}

/** All of a response but its body. */
export type AnswerHead = Pick<Response, 'headers' | 'status' | 'statusText'>;

/** By which a server knows one answer again. */
export interface AnswerIds {
  /** What the API's support asks for, from `x-hubspot-correlation-id`. */
  readonly correlationId: string | undefined;
  /** From `x-request-id`. */
  readonly requestId: string | undefined;
}

/** Reads what identifies an answer. */
export function idsOf(headers: Headers | undefined): AnswerIds {
  const read = (name: string) => headers?.get(name) ?? undefined;
  return { correlationId: read('x-hubspot-correlation-id'), requestId: read('x-request-id') };
}

/**
 * The base of the errors that operations reject with. None of them holds the token, an API key or the request.
 *
 * `instanceof` holds across copies of this package, as two bundles in one program have them.
 */
export abstract class ClientError extends Error implements OperationCall {
  /** The name of the class less `Error`: minifiers change that of the class itself. */
  static readonly errorTag: string = 'Client';
  /** Tells the subclasses apart: `not-found` for a `NotFoundError`. */
  declare readonly kind: string;
  declare readonly operation: string;
  declare readonly method: string;
  declare readonly path: string;
  /** How many attempts were sent. */
  declare readonly attempts: number;
  /** From the call to this error, in ms. */
  declare readonly duration: number;
  /** What the API's support asks for: `x-hubspot-correlation-id` of the last answer, or what its body says. */
  declare readonly correlationId: string | undefined;
  /** From `x-request-id` of the last answer. */
  declare readonly requestId: string | undefined;
  /** What the request was marked with, so that the API acts once on it: give the same when calling again. */
  declare readonly idempotencyKey: string | undefined;

  constructor(
    call: OperationCall & Partial<CallProgress>,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    const now = performance.now();
    const { startedAt = now, head, ...progress } = call;
    const { errorTag: tag } = new.target;
    Object.assign(this, {
      name: `${tag}Error`,
      // A `NotFoundError` is of the kind `not-found`.
      kind: tag.replace(/\B[A-Z]/g, '-$&').toLowerCase(),
      attempts: 0,
      ...progress,
      duration: Math.round(now - startedAt),
      ...idsOf(head?.().headers),
    });
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // A subclass that somebody else has written has no tag of its own, and no copies.
    if (!Object.hasOwn(this, 'errorTag')) return super[Symbol.hasInstance](value);
    return value instanceof Error && hasTag(value.constructor as Tagged, this.errorTag);
  }
}

/** A class that may be one of these errors. */
interface Tagged {
  readonly errorTag?: string;
}

/** Whether a class or one that it extends has a tag, whichever copy of this package they are from. */
function hasTag(type: Tagged, wanted: string): boolean {
  return (
    type.errorTag === wanted || (!!type.errorTag && hasTag(Object.getPrototypeOf(type), wanted))
  );
}
