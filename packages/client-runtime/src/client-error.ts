/** Which operation a call was for. Holds the path template: a URL can contain an API key. */
export interface OperationCall {
  /** The client's method. */
  readonly operation: string;
  /** The HTTP method. */
  readonly method: string;
  /** The path template. */
  readonly path: string;
}

/** Marks our errors for every copy of this package, where `instanceof` knows only its own. */
const brand = Symbol.for('@apipin/client-runtime/ClientError');

/**
 * The base of the errors that operations reject with. None of them holds the token, an API key or
 * the request.
 */
export abstract class ClientError extends Error implements OperationCall {
  /** Tells the subclasses apart. */
  abstract readonly kind: string;
  readonly operation: string;
  readonly method: string;
  readonly path: string;

  constructor(call: OperationCall, message: string, options?: ErrorOptions) {
    super(message, options);
    Object.defineProperty(this, brand, { value: true });
    this.operation = call.operation;
    this.method = call.method;
    this.path = call.path;
  }
}

/** Tells whether an error is a {@link ClientError}, also one from another copy of this package. */
export function hasClientErrorBrand(error: unknown): error is ClientError {
  return error instanceof Error && brand in error;
}
