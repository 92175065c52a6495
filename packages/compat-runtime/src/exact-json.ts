/** A JSON value in which an integer that a double would round is a `bigint`. */
export type JsonValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/**
 * The parts of "JSON.parse source text access" that TypeScript's library does not declare yet.
 *
 * @see https://tc39.es/proposal-json-parse-with-source/
 */
interface JsonWithSource {
  parse(
    text: string,
    reviver: (name: string, value: JsonValue, context: { readonly source?: string }) => JsonValue,
  ): JsonValue;
  rawJSON(text: string): object;
}

const jsonWithSource = JSON as unknown as JsonWithSource;

/**
 * Parses JSON without rounding: an integer outside ±(2^53 − 1) becomes a `bigint`.
 *
 * @throws SyntaxError when `text` is not JSON, or holds a number too large for a double.
 */
export function parseExact(text: string): JsonValue {
  // A reviver makes parsing about eight times slower, and few texts hold a number that needs one.
  return mayHoldLargeNumber(text) ? jsonWithSource.parse(text, reviveNumber) : JSON.parse(text);
}

/** Writes JSON, with the digits of every `bigint` as they are. */
export function stringifyExact(value: JsonValue): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'bigint' ? jsonWithSource.rawJSON(part.toString()) : part,
  );
}

/** Whether a value is an integer as {@link parseExact} returns it, of whatever size. */
export function isExactInteger(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || Number.isInteger(value);
}

/** 2^53 has 16 digits, and a double ends below an exponent of 309. */
function mayHoldLargeNumber(text: string): boolean {
  return /\d{16}|[eE]\+?\d{3}/.test(text);
}

function reviveNumber(
  _name: string,
  value: JsonValue,
  { source = '' }: { readonly source?: string },
): JsonValue {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  if (/^-?\d+$/.test(source)) return BigInt(source);
  if (!Number.isFinite(value)) throw new SyntaxError('a number is too large for a double');
  return value;
}
