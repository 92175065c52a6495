import { parseExactBytes, stringifyExact } from '../exact-json.ts';
import type { JsonValue } from '../exact-json.ts';
import type { Difference, JsonBodyDifference } from './disagreement.ts';
import { findDifferences } from './find-differences.ts';
import type { JsonDifference } from './find-differences.ts';

/** A response that was read to its end. */
export interface Answer {
  readonly status: number;
  /** `undefined` where it was too large to keep. */
  readonly body: Uint8Array | undefined;
}

/** What counts as a difference, and how much is told of it. */
export interface ComparisonOptions {
  readonly ignore: readonly string[];
  readonly maxDifferences: number;
  readonly includeValues: boolean;
}

const longestValue = 200;

/** In how far two versions answered differently. */
export function compareAnswers(
  primary: Answer & { readonly body: Uint8Array },
  shadow: Answer,
  { ignore, maxDifferences, includeValues }: ComparisonOptions,
): readonly Difference[] {
  if (primary.status !== shadow.status) {
    return [{ kind: 'status', primary: primary.status, shadow: shadow.status }];
  }
  if (shadow.body === undefined) return [{ kind: 'body' }];
  if (areEqual(primary.body, shadow.body)) return [];
  const primaryValue = parseBody(primary.body);
  const shadowValue = parseBody(shadow.body);
  if (primaryValue === undefined || shadowValue === undefined) return [{ kind: 'body' }];
  const limits = { ignored: ignore, most: maxDifferences };
  return findDifferences(primaryValue, shadowValue, limits).map((difference) =>
    describe(difference, includeValues),
  );
}

function describe(
  { kind, pointer, primary, shadow }: JsonDifference,
  includeValues: boolean,
): JsonBodyDifference {
  if (!includeValues) return { kind, pointer };
  return { kind, pointer, values: { primary: quote(primary), shadow: quote(shadow) } };
}

function quote(value: JsonValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  const json = stringifyExact(value);
  return json.length > longestValue ? `${json.slice(0, longestValue)}…` : json;
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function parseBody(bytes: Uint8Array): JsonValue | undefined {
  try {
    return parseExactBytes(bytes);
  } catch {
    return undefined;
  }
}
