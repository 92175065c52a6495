import type { RegisteredInt64Form } from './int64.ts';
import type { OperationValidators } from './operation-validators.ts';

/**
 * A token or key, or a function that supplies it; the function is asked once for each call.
 * What such a function throws reaches the caller unchanged.
 */
export type SecretSource = string | (() => string | Promise<string>);

/**
 * What a client can be told once.
 *
 * @typeParam Scheme - The names of the API's security schemes of type `apiKey`.
 */
export interface ApiClientOptions<Scheme extends string = never> {
  /** Sent with every call as `Authorization: Bearer …`. */
  readonly accessToken?: SecretSource;
  /** Each is sent only with the operations that accept its scheme. */
  readonly apiKeys?: { readonly [Name in Scheme]?: SecretSource };
  /**
   * Parameter values by wire name, such as `{ appId: 123 }`: used by every operation that has a
   * parameter of that name, where the call gives none.
   */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** @defaultValue the first server of the API's description */
  readonly baseUrl?: string;
  /** @defaultValue the global `fetch`, looked up at each call */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Sent with every call. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * How long a whole call may take, in ms: from getting the token to the last byte of the body.
   * 0 or Infinity sets no limit.
   *
   * @defaultValue 30000
   */
  readonly timeout?: number;
  /**
   * What becomes of an integer in a response that is beyond ±(2^53 − 1), which a number would round:
   * a string of its digits or a `bigint`. Types know of it once it is registered, see `Register`.
   *
   * @defaultValue 'string'
   */
  readonly int64?: RegisteredInt64Form;
  /** Checks requests before they are sent and successful responses before they are returned. */
  readonly validators?: OperationValidators;
  /**
   * Whether to warn on the console, once in a process, from 180 days before the API version is no longer supported.
   *
   * @defaultValue true
   */
  readonly warnBeforeEnd?: boolean;
}

/** What a single call can be told; it goes before the client's options. */
export interface CallOptions {
  /** Once aborted, the call rejects at once with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** In ms; 0 or Infinity sets no limit. */
  readonly timeout?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}
