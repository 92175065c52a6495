import type { JsonObject } from './json.ts';
import { arrayOf } from './shape.ts';
import type { Shape } from './shape.ts';

/** The query as {@link single} and {@link repeated} read it: every value of each name. */
export function queryValues(query: URLSearchParams): JsonObject {
  return Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]));
}

/** A query parameter that is given once; of several values, the first counts. */
export function single<Value>(shape: Shape<Value>): Shape<Value> {
  return (input, at, report) => shape((input as readonly string[])[0] ?? '', at, report);
}

/**
 * A query parameter that is repeated for several values.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values `form`, exploded
 */
export function repeated<Value>(shape: Shape<Value>): Shape<readonly Value[]> {
  return arrayOf(shape);
}

/** More digits than any int64 has need not be read to be refused. */
const DECIMAL = /^-?\d{1,20}$/;

/** An integer in decimal notation. */
export function decimal<Value>(shape: Shape<Value>): Shape<Value> {
  return (input, at, report) =>
    shape(typeof input === 'string' && DECIMAL.test(input) ? BigInt(input) : input, at, report);
}

/** `true` or `false`. */
export const flag: Shape<boolean> = (input, at, report) => {
  if (input === 'true' || input === 'false') return input === 'true';
  report({ in: at, code: 'INVALID_TYPE', message: `${at} must be true or false` });
  return undefined;
};

/** The id in a path, an integer of `shape`, as the store writes it. */
export function id(shape: Shape<number | bigint>): Shape<string> {
  const integer = decimal(shape);
  return (input, at, report) => integer(input, at, report)?.toString();
}
