/** A parsed JSON value; an integer that a double cannot hold is a `bigint`. */
export type JsonValue =
  null | boolean | number | bigint | string | readonly JsonValue[] | JsonObject;

/** A parsed JSON object. Its names come from outside: read them with {@link ownProperty}. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** Whether `value` is a JSON object, and neither an array nor `null`. */
export function isJsonObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The property `name` of `object` itself, or `undefined`; never one that the prototype has. */
export function ownProperty(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Deeper than any body the API describes, and far from what would exhaust the stack. */
const MAX_DEPTH = 100;

/** The widest int64 has 19 digits; a longer integer is out of range however it is read. */
const INT64_DIGITS = /^-?\d{16,19}$/;

/**
 * Parses JSON without rounding: integers outside the safe range of a double become `bigint`.
 *
 * @throws SyntaxError when `text` is not JSON, RangeError when it is nested more than 100 levels deep.
 */
export function parseJson(text: string): JsonValue {
  const value = parseWithSource(text, (_name, parsed, { source }) =>
    typeof parsed === 'number' && !Number.isSafeInteger(parsed) && INT64_DIGITS.test(source ?? '')
      ? BigInt(source ?? '')
      : parsed,
  );
  if (isDeeperThan(value, MAX_DEPTH)) {
    throw new RangeError(`JSON is nested more than ${MAX_DEPTH} levels deep`);
  }
  return value;
}

/** Writes `value` as JSON, each `bigint` with all of its digits. */
export function stringifyJson(value: object): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'bigint' ? rawJSON(String(part)) : part,
  );
}

function isDeeperThan(value: JsonValue, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((child) => isDeeperThan(child, levels - 1));
}

// TypeScript does not declare these two parts of ES2026 yet.
// https://tc39.es/proposal-json-parse-with-source/
const parseWithSource = JSON.parse as (
  text: string,
  reviver: (name: string, value: JsonValue, context: { readonly source?: string }) => JsonValue,
) => JsonValue;
const { rawJSON } = JSON as typeof JSON & { rawJSON(text: string): object };
