import type { Hooks } from './hooks/hooks.ts';
import type { RegisteredInt64Form } from './int64.ts';
import type { RateBudget } from './rate-budget/rate-budget.ts';
import type { CallValidation } from './validation/call-validation.ts';

/**
 * A token or key, or a function that supplies it; the function is asked before each attempt.
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
  readonly accessToken?: SecretSource | undefined;
  /** Each is sent only with the operations that accept its scheme. */
  readonly apiKeys?: { readonly [Name in Scheme]?: SecretSource | undefined } | undefined;
  /**
   * Parameter values by wire name, such as `{ appId: 123 }`: used by every operation that has a
   * parameter of that name, where the call gives none.
   */
  readonly parameters?: Readonly<Record<string, unknown>> | undefined;
  /** @defaultValue the first server of the API's description */
  readonly baseUrl?: string | undefined;
  /**
   * Sends a request, such as through a proxy. Given `redirect: 'manual'`, it must not follow redirects.
   *
   * @defaultValue the global `fetch`, looked up at each call
   */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Sent with every call. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * How often a request is sent at most. Again only where that may help, and only where the server may act twice on it
   * without harm, or cannot have received it.
   *
   * @defaultValue 4
   */
  readonly attempts?: number | undefined;
  /**
   * How long a whole call may take, in ms: from getting the token to the last byte of the body, with all attempts and the
   * waits between them. 0 or Infinity sets no limit.
   *
   * @defaultValue 120000
   */
  readonly timeout?: number | undefined;
  /**
   * How long one attempt may take, in ms: from sending it to the last byte of the body. 0 or Infinity sets no limit.
   *
   * @defaultValue 30000
   */
  readonly attemptTimeout?: number | undefined;
  /** Shared by the clients of one account, it slows them before the API refuses their requests; see `createRateBudget`. */
  readonly rateBudget?: RateBudget | undefined;
  /** Reported to of what happens: for logs, metrics and traces. */
  readonly hooks?: Hooks | readonly Hooks[] | undefined;
  /**
   * What becomes of an integer in a response that is beyond ±(2^53 − 1), which a number would round:
   * a string of its digits or a `bigint`. Types know of it once it is registered, see `Register`.
   *
   * @defaultValue 'string'
   */
  readonly int64?: RegisteredInt64Form | undefined;
  /** Checks requests before they are sent and successful responses before they are returned; see `validateWith`. */
  readonly validation?: CallValidation | undefined;
  /**
   * Whether to warn on the console, once in a process, from 180 days before the API version is no longer supported.
   *
   * @defaultValue true
   */
  readonly warnBeforeEnd?: boolean | undefined;
}

/** What a single call can be told; it goes before the client's options. */
export interface CallOptions {
  /** Once aborted, the call rejects at once with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** How often the request is sent at most. */
  readonly attempts?: number | undefined;
  /** How long the whole call may take, in ms, with all attempts and waits; 0 or Infinity sets no limit. */
  readonly timeout?: number | undefined;
  /** How long one attempt may take, in ms, from sending it to the last byte of the body; 0 or Infinity sets no limit. */
  readonly attemptTimeout?: number | undefined;
  /** Sent with this call. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}
