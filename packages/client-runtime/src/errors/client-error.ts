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
  /** Of the last answer. */
  headers?: Headers;
  /** Where the API takes one. */
  idempotencyKey?: string;
}

export const correlationHeader = 'x-hubspot-correlation-id';
export const requestHeader = 'x-request-id';

/** Reads a header of the last answer. */
export function headerOf({ headers }: Partial<CallProgress>, name: string): string | undefined {
  return headers?.get(name) ?? undefined;
}

/** Names the classes of an error for every copy of this package. */
const brand = Symbol.for('@apipin/client-runtime/ClientError');

/**
 * The base of the errors that operations reject with. None of them holds the token, an API key or the request.
 *
 * `instanceof` holds across copies of this package, as two bundles in one program have them.
 */
export abstract class ClientError extends Error implements OperationCall {
  /** The name of the class, which minifiers change elsewhere. */
  static readonly tag: string = 'ClientError';
  /** Tells the subclasses apart: `not-found` for a `NotFoundError`. */
  declare readonly kind: string;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** How many attempts were sent. */
  readonly attempts: number;
  /** From the call to this error, in ms. */
  readonly duration: number;
  /** What the API's support asks for: `x-hubspot-correlation-id` of the last answer, or what its body says. */
  readonly correlationId: string | undefined;
  /** From `x-request-id` of the last answer. */
  readonly requestId: string | undefined;
  /** What the request was marked with, so that the API acts once on it: give the same when calling again. */
  readonly idempotencyKey: string | undefined;

  constructor(
    call: OperationCall & Partial<CallProgress>,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    Object.defineProperty(this, brand, { value: tagsOf(new.target) });
    this.name = new.target.tag;
    this.kind = kindOf(new.target.tag);
    this.operation = call.operation;
    this.method = call.method;
    this.path = call.path;
    this.attempts = call.attempts ?? 0;
    this.duration = Math.round(performance.now() - (call.startedAt ?? performance.now()));
    this.correlationId = headerOf(call, correlationHeader);
    this.requestId = headerOf(call, requestHeader);
    this.idempotencyKey = call.idempotencyKey;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // A subclass that somebody else has written has no tag of its own, and no copies.
    return Object.hasOwn(this, 'tag')
      ? tagsIn(value).includes(this.tag)
      : Function.prototype[Symbol.hasInstance].call(this, value);
  }
}

function kindOf(tag: string): string {
  return tag
    .replace(/Error$/, '')
    .replace(/\B[A-Z]/g, '-$&')
    .toLowerCase();
}

function tagsOf(constructor: Partial<typeof ClientError>): string[] {
  return constructor.tag === undefined
    ? []
    : [constructor.tag, ...tagsOf(Object.getPrototypeOf(constructor))];
}

function tagsIn(value: unknown): readonly string[] {
  return (value as { readonly [brand]?: readonly string[] } | null | undefined)?.[brand] ?? [];
}
