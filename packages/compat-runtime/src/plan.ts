import type { Mapping } from './mapping.ts';

/** What one API version is to the other. */
export type Side = 'old' | 'current';

/** Where one version has an operation. */
export interface MethodAndPath {
  /** In upper case, as HTTP has it. */
  readonly method: string;
  /** Path template below the server URL, such as `/v3/items/{itemId}`. */
  readonly path: string;
}

/** How the parts of a request map. What is left out is the same in both versions. */
export interface RequestPlan {
  /** Maps an object that holds a string for each path parameter, decoded. */
  readonly path?: Mapping;
  /** Maps an object that holds an array of strings for each query parameter. */
  readonly query?: Mapping;
  /** Maps an object that holds a string for each header, with its name in lower case. */
  readonly headers?: Mapping;
  readonly body?: Mapping;
}

/** How the parts of a response map. What is left out is the same in both versions. */
export interface ResponsePlan {
  /** Maps an object that holds a string for each header, with its name in lower case. */
  readonly headers?: Mapping;
  readonly body?: Mapping;
}

/** One operation of both versions. Path parameters have the same names in both. */
export interface OperationPlan {
  readonly old: MethodAndPath;
  readonly current: MethodAndPath;
  readonly request?: RequestPlan;
  /** By status code, range such as `4XX`, or `default`; other responses pass through. */
  readonly responses?: Readonly<Record<string, ResponsePlan>>;
}

/** Everything that is known about two versions of one API. */
export interface CompatPlan<Old extends string = string, Current extends string = string> {
  /** What the versions are called. */
  readonly versions: { readonly old: Old; readonly current: Current };
  /** What both versions have, by operationId. */
  readonly operations: Readonly<Record<string, OperationPlan>>;
  /** What one version has and the other has not, by operationId. */
  readonly loneOperations: Readonly<Record<Side, Readonly<Record<string, MethodAndPath>>>>;
}

/**
 * The plan for responses with a status: by code, else by range, else the default.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#responses-object
 */
export function responsePlanOf<Plan>(
  responses: Readonly<Record<string, Plan>> | undefined,
  status: number,
): Plan | undefined {
  return (
    responses?.[status] ?? responses?.[`${Math.floor(status / 100)}XX`] ?? responses?.['default']
  );
}
