import type { ApiVersion } from './api-version.ts';

/** What the runtime has to know of one API version: plain data, filled in by generated code. */
export interface OperationTable {
  /** How long the API version may be relied on, where that is known. */
  readonly apiVersion?: ApiVersion;
  /** Where requests go unless the caller says otherwise, with or without a trailing slash. */
  readonly baseUrl: string;
  /** The security schemes of type `apiKey`, by name. */
  readonly apiKeys?: Readonly<Record<string, ApiKeyScheme>>;
  /** The operations, by the name that the client's method gets. */
  readonly operations: Readonly<Record<string, OperationSpec>>;
}

/**
 * Where an API key travels.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object
 */
export interface ApiKeyScheme {
  readonly in: 'query' | 'header' | 'cookie';
  readonly name: string;
}

/** How one operation is written as an HTTP request and how its response is read. */
export interface OperationSpec {
  /** The operationId, where it differs from the operation's name in the table. */
  readonly id?: string;
  /** In upper case. */
  readonly method: string;
  /** The path template; its `{names}` are the path parameters. */
  readonly path: string;
  /** Only those path parameters that need more than their name. */
  readonly pathParameters?: readonly ParameterSpec[];
  readonly query?: readonly ParameterSpec[];
  readonly header?: readonly ParameterSpec[];
  readonly cookie?: readonly ParameterSpec[];
  /** The media type of the request body. */
  readonly body?: string;
  /** The names of the API keys that the operation accepts. */
  readonly apiKeys?: readonly string[];
  /** How a successful response is read, where it is not JSON. */
  readonly parseAs?: 'text' | 'blob';
}

/** A parameter: its name where every default of OpenAPI holds, else its details. */
export type ParameterSpec = string | ParameterDetails;

/**
 * A parameter that departs from a default.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#parameter-object
 */
export interface ParameterDetails {
  /** The name on the wire. */
  readonly name: string;
  /** The property of the call's input, where it differs from `name`. */
  readonly key?: string;
  /** @defaultValue `form` in query and cookie, `simple` in path and header */
  readonly style?: ParameterStyle;
  /** @defaultValue true for style `form`, else false */
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  /** The media type of a parameter that is described by `content`; its value is sent as JSON. */
  readonly mediaType?: string;
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#style-values */
export type ParameterStyle =
  'deepObject' | 'form' | 'label' | 'matrix' | 'pipeDelimited' | 'simple' | 'spaceDelimited';
