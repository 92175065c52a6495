import { stringifyExact } from './exact-json.ts';
import type { Parameter } from './parameter.ts';

/** What stands between the parts of an exploded value; `&` in the other styles. */
const separators: Record<string, string> = { simple: ',', label: '.', matrix: ';' };
/** What stands between the items of a value that is not exploded; `,` in the other styles. */
const delimiters: Record<string, string> = { spaceDelimited: '%20', pipeDelimited: '%7C' };

/**
 * Writes a parameter as OpenAPI's table of styles has it: with its name in the styles that show
 * it (`sort=a&sort=b`), else only the value. An empty array or object gives an empty string.
 *
 * @throws TypeError if the value has no form on the wire, such as null or an object in an object
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-examples
 */
export function serialiseParameter(parameter: Parameter, value: unknown): string {
  const { name, style, explode, mediaType } = parameter;
  const encode = (item: unknown) => encodeText(parameter, writePrimitive(item));
  const prefix = style === 'simple' ? '' : (separators[style] ?? '');
  const label = style === 'simple' || style === 'label' ? '' : `${encode(name)}=`;

  if (mediaType !== undefined) return prefix + label + encode(stringifyExact(value));
  if (typeof value !== 'object' || value === null) return prefix + label + encode(value);

  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return '';
  const labelOf = (key: string) => {
    if (Array.isArray(value)) return label;
    return `${encode(style === 'deepObject' ? `${name}[${key}]` : key)}=`;
  };
  if (explode || style === 'deepObject') {
    const parts = entries.map(([key, item]) => labelOf(key) + encode(item));
    return prefix + parts.join(separators[style] ?? '&');
  }
  const items = Array.isArray(value) ? entries.map(([, item]) => item) : entries.flat();
  return prefix + label + items.map(encode).join(delimiters[style] ?? ',');
}

function writePrimitive(value: unknown): string {
  if (value === null) throw new TypeError('null cannot be sent; leave it out');
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError(`expected a finite number, got ${value}`);
  }
  if (typeof value === 'object' || typeof value === 'function' || typeof value === 'symbol') {
    throw new TypeError('expected a string, number or boolean, or one array or object of these');
  }
  return String(value);
}

function encodeText({ in: location, allowReserved }: Parameter, text: string): string {
  if (location === 'header') return text;
  const encoded = encodeURIComponent(text);
  // `&`, `=`, `+` and `#` stay encoded, as they would end the value or change its meaning.
  return allowReserved && location === 'query'
    ? encoded.replace(/%(?:24|2C|2F|3A|3B|3F|40|5B|5D)/g, decodeURIComponent)
    : encoded;
}
