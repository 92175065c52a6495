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

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * As {@link parseExact}, for JSON in UTF-8.
 *
 * @throws TypeError when `bytes` are not UTF-8.
 */
export function parseExactBytes(bytes: Uint8Array | ArrayBuffer): JsonValue {
  return parseExact(utf8.decode(bytes));
}

/** Writes JSON, with the digits of every `bigint` as they are. */
export function stringifyExact(value: JsonValue): string {
  try {
    // A replacer makes writing many times slower, and few values hold a bigint, which is a TypeError without one.
    return JSON.stringify(value);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return JSON.stringify(value, (_name, part: unknown) =>
      typeof part === 'bigint' ? jsonWithSource.rawJSON(part.toString()) : part,
    );
  }
}

/** An integer of 64 bits as {@link parseExact} returns it: a `bigint` beyond ±(2^53 − 1). */
export type Int64 = number | bigint;

/** Whether a value is an integer as {@link parseExact} returns it, of whatever size. */
export function isExactInteger(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || Number.isInteger(value);
}

/** Whether a value is an integer of 32 bits. */
export function isInt32(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= -(2 ** 31) && (value as number) < 2 ** 31;
}

/** Whether a value is an {@link Int64}. */
export function isInt64(value: unknown): value is Int64 {
  return isExactInteger(value) && value >= -(2n ** 63n) && value < 2n ** 63n;
}

/** 2^53 has 16 digits, and a double ends below an exponent of 309, which stands behind a digit. */
function mayHoldLargeNumber(text: string): boolean {
  return /\d(?:\d{15}|[eE]\+?\d{3})/.test(text);
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
