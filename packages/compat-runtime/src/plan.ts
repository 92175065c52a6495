import type { ErasedMapping } from './mapping.ts';

/** What one API version is to the other. */
export type Side = 'old' | 'current';

/** Where one version has an operation. */
export interface MethodAndPath {
  /** In upper case, as HTTP has it. */
  readonly method: string;
  /** Path template below the server URL, such as `/v3/items/{itemId}`. */
  readonly path: string;
}

/** How the query and the body of a request map. What is left out is the same in both versions. */
export interface RequestPlan {
  /** Maps an object that holds an array of strings for each query parameter. */
  readonly query?: ErasedMapping;
  readonly body?: ErasedMapping;
}

/** How the body of a response maps. What is left out is the same in both versions. */
export interface ResponsePlan {
  readonly body?: ErasedMapping;
  /** RFC 6901 pointers to strings in the body that are URLs of this API. */
  readonly links?: readonly string[];
}

/** One operation of both versions. Path parameters have the same names in both. */
export interface OperationPlan {
  readonly old: MethodAndPath;
  readonly current: MethodAndPath;
  readonly request?: RequestPlan;
  /** By status code; a response with any other status code passes through. */
  readonly responses?: Readonly<Record<number, ResponsePlan>>;
}

/** Everything that is known about two versions of one API. */
export interface CompatPlan<Old extends string = string, Current extends string = string> {
  /** What the versions are called. */
  readonly versions: { readonly old: Old; readonly current: Current };
  /** By operationId. */
  readonly operations: Readonly<Record<string, OperationPlan>>;
}
