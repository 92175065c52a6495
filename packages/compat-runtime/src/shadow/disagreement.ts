import type { DifferenceKind } from './find-differences.ts';

/** One respect in which two versions answer a request differently. */
export type Difference = StatusDifference | BodyDifference | JsonBodyDifference | ShadowFailure;

/** The status codes differ; bodies are then not compared. */
export interface StatusDifference {
  readonly kind: 'status';
  readonly primary: number;
  readonly shadow: number;
}

/** The bodies differ and are not both JSON, or the shadow's alone is too large to be compared. */
export interface BodyDifference {
  readonly kind: 'body';
}

/** The JSON bodies differ in one place. */
export interface JsonBodyDifference {
  readonly kind: DifferenceKind;
  /**
   * RFC 6901 pointer to the place, from the root of the body; or to what encloses it, where that
   * would be very long.
   */
  readonly pointer: string;
  /** What stands there, with `includeValues` alone. */
  readonly values?: {
    /** JSON, cut when long; `undefined` where there is nothing. */
    readonly primary: string | undefined;
    /** JSON, cut when long; `undefined` where there is nothing. */
    readonly shadow: string | undefined;
  };
}

/** The shadow gave no answer. */
export interface ShadowFailure {
  readonly kind: 'error';
  /** What the error is called, such as `UnmappableValueError` or `TimeoutError`. */
  readonly name: string;
  /** With `includeValues` alone, since its message may quote one. */
  readonly error?: unknown;
}

/** A read that two versions answered differently. */
export interface Disagreement {
  readonly method: string;
  /** What `nameOf` calls the request. Its URL is not told, since that may hold ids and keys. */
  readonly name: string | undefined;
  /** At least one. */
  readonly differences: readonly Difference[];
  /** Whether there may be more differences than are told. */
  readonly isTruncated: boolean;
}
