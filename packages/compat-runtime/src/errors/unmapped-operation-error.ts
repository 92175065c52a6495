import { CompatError } from './compat-error.ts';

/** A request that no operation of the upstream version could answer. */
export interface UnmappedRequest {
  readonly method: string;
  readonly path: string;
  readonly version: string;
  readonly upstream: string;
  readonly operationId?: string | undefined;
}

/**
 * A request is no operation of the served version, so nobody knows how to map it; or one that the upstream version has
 * not, or would take for another.
 */
export class UnmappedOperationError extends CompatError {
  override readonly name = 'UnmappedOperationError';
  readonly method: string;
  /** Without the query, which may hold an API key. */
  readonly path: string;
  /** The version whose operations were searched. */
  readonly version: string;
  /** The version that was to answer. */
  readonly upstream: string;
  /** `undefined` where the request is no operation of the served version. */
  readonly operationId: string | undefined;

  constructor({ method, path, version, upstream, operationId }: UnmappedRequest) {
    const problem =
      operationId === undefined
        ? `no operation of ${version} has this method and path; ` +
          'send it with a plain fetch if it belongs to another API'
        : `this is ${operationId} of ${version}, and no operation of ${upstream} would answer it as that; ` +
          `send it to ${version} itself`;
    super(`${method} ${path}: ${problem}. Nothing was sent.`);
    this.method = method;
    this.path = path;
    this.version = version;
    this.upstream = upstream;
    this.operationId = operationId;
  }
}
