import type { ParameterDetails } from '../operation-spec.ts';
import type { ParameterLocation } from './parameter.ts';

/**
 * Writes a parameter as it is where a description says no more than that it is a text, number or boolean, or in a query an
 * array of these: `sort=a&sort=b`. Others bring along how they are written, see `styled`.
 *
 * @throws TypeError if the value has no form on the wire, such as null
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-examples
 */
export function writeParameter(
  location: ParameterLocation,
  { name, write }: ParameterDetails,
  value: unknown,
): string {
  if (write) return write(name, value);
  if (location === 'path') return encodeURIComponent(writePrimitive(value));
  return [value]
    .flat()
    .filter((item) => item !== undefined)
    .map((item) => `${encodeURIComponent(name)}=${encodeURIComponent(writePrimitive(item))}`)
    .join('&');
}

/**
 * Writes a value that has no parts.
 *
 * @throws TypeError if it has some, or no form on the wire, such as null, or is a number that may have been rounded
 */
export function writePrimitive(value: unknown): string {
  const isExact = typeof value === 'number' && Math.abs(value) < 2 ** 53;
  if (isExact || /^(string|boolean|bigint)$/.test(typeof value)) return `${value}`;
  throw new TypeError('expected a string, boolean or number < 2^53');
}
