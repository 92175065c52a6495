import type { Int64Form } from './int64.ts';

/** What a JSON text says. The two differ only where a number would round an integer. */
export interface ExactJson {
  /** As validators see it: such an integer is a `bigint`. */
  readonly exact: unknown;
  /** As the caller gets it: such an integer has the form that was asked for. */
  readonly value: unknown;
}

/**
 * The parts of "JSON.parse source text access" that TypeScript's library does not declare yet.
 *
 * @see https://tc39.es/proposal-json-parse-with-source/
 */
interface JsonWithSource {
  parse(
    text: string,
    reviver: (name: string, value: unknown, context?: { readonly source?: string }) => unknown,
  ): unknown;
  rawJSON(text: string): object;
}

/**
 * Parses JSON without rounding integers: one beyond ±(2^53 − 1) has the form `int64`. An engine
 * whose revivers do not see the source text rounds, as `JSON.parse` does.
 *
 * @throws SyntaxError if `text` is not JSON
 */
export function parseExact(text: string, int64?: Int64Form): ExactJson {
  // A reviver makes parsing many times slower, so look for a reason first: 16 digits where a number
  // can begin, which leaves out most strings of digits and all fractions. V8 looks three times as fast for `\d\d` as for
  // `\d{2}`.
  if (!/(?:^|[\s[:,])-?\d\d\d\d\d\d\d\d\d\d\d\d\d\d\d\d/.test(text)) {
    const value: unknown = JSON.parse(text);
    return { exact: value, value };
  }
  const exact = parseIntegers(text, BigInt);
  return { exact, value: int64 === 'bigint' ? exact : parseIntegers(text, String) };
}

function parseIntegers(text: string, parseLarge: (digits: string) => unknown): unknown {
  return (JSON as unknown as JsonWithSource).parse(text, (_name, value, { source = '' } = {}) =>
    Number.isSafeInteger(value) || !/^-?\d+$/.test(source) ? value : parseLarge(source),
  );
}

/**
 * Writes JSON, with the digits of every `bigint` as they are.
 *
 * @throws TypeError if `value` is a circle, or has a `bigint` and the engine no `JSON.rawJSON`
 */
export function stringifyExact(value: unknown): string {
  try {
    // A replacer makes this many times slower, and few values have a bigint, which throws here.
    return JSON.stringify(value);
  } catch {
    return JSON.stringify(value, (_name, part: unknown) =>
      typeof part === 'bigint' ? (JSON as unknown as JsonWithSource).rawJSON(String(part)) : part,
    );
  }
}
