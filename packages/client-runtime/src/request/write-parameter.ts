import type { ParameterDetails } from '../operation-spec.ts';
import type { ParameterLocation } from './parameter.ts';
import { writePrimitive } from './write-primitive.ts';

/**
 * Writes a parameter as it is where a description says nothing of its style: `sort=a&sort=b` in a query, `a,b` in a path.
 *
 * @throws TypeError if the value has no form on the wire, such as null or an object in an object
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-examples
 */
export function writeParameter(
  location: ParameterLocation,
  { name, write }: ParameterDetails,
  value: unknown,
): string {
  if (write !== undefined) return write(name, value);
  const encode = location === 'header' ? String : encodeURIComponent;
  const isNamed = location === 'query' || location === 'cookie';
  const writeItem = (key: string, item: unknown) =>
    (isNamed ? `${encode(key)}=` : '') + encode(writePrimitive(item));

  if (typeof value !== 'object' || value === null) return writeItem(name, value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (Array.isArray(value) || isNamed)
    return entries
      .map(([key, item]) => writeItem(Array.isArray(value) ? name : key, item))
      .join(isNamed ? '&' : ',');
  return entries.flatMap((entry) => entry.map((item) => writeItem(name, item))).join(',');
}
