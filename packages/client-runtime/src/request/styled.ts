import { stringifyExact } from '../exact-json.ts';
import type { WriteParameter } from '../operation-spec.ts';
import type { ParameterLocation } from './parameter.ts';
import { writePrimitive } from './write-parameter.ts';

/** @see https://spec.openapis.org/oas/v3.1.1.html#style-values */
export type ParameterStyle =
  'deepObject' | 'form' | 'label' | 'matrix' | 'pipeDelimited' | 'simple' | 'spaceDelimited';

/**
 * What a description says of a parameter.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#parameter-object
 */
export interface ParameterForm {
  /** @defaultValue `form` in query and cookie, `simple` in path and header */
  readonly style?: ParameterStyle;
  /** @defaultValue true for style `form`, else false */
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  /** The media type of a parameter that is described by `content`; its value is sent as JSON. */
  readonly mediaType?: string;
}

/** What stands between the parts of an exploded value; `&` in the other styles. */
const separators: Record<string, string> = { simple: ',', label: '.', matrix: ';' };
/** What stands between the items of a value that is not exploded; `,` in the other styles. */
const delimiters: Record<string, string> = { spaceDelimited: '%20', pipeDelimited: '%7C' };

/**
 * Writes parameters as OpenAPI's table of styles has it: with their name in the styles that show it (`sort=a&sort=b`), else
 * only the value. An empty array or object gives an empty string.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-examples
 */
export function styled(location: ParameterLocation, form: ParameterForm): WriteParameter {
  const { allowReserved = false, mediaType } = form;
  const { style = /^(query|cookie)$/.test(location) ? 'form' : 'simple' } = form;
  const { explode = style === 'form' } = form;
  const prefix = style === 'simple' ? '' : (separators[style] ?? '');
  const encodeText = (text: string) => encodeFor(location, allowReserved, text);
  const encode = (item: unknown) => encodeText(writePrimitive(item));

  return (name, value) => {
    const label = style === 'simple' || style === 'label' ? '' : `${encodeText(name)}=`;
    if (mediaType !== undefined) return prefix + label + encodeText(stringifyExact(value));
    if (typeof value !== 'object' || value === null) return prefix + label + encode(value);

    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    if (entries.length === 0) return '';
    const labelOf = (key: string) => {
      if (Array.isArray(value)) return label;
      return `${encodeText(style === 'deepObject' ? `${name}[${key}]` : key)}=`;
    };
    if (explode || style === 'deepObject') {
      const parts = entries.map(([key, item]) => labelOf(key) + encode(item));
      return prefix + parts.join(separators[style] ?? '&');
    }
    const items = Array.isArray(value) ? entries.map(([, item]) => item) : entries.flat();
    return prefix + label + items.map(encode).join(delimiters[style] ?? ',');
  };
}

function encodeFor(location: ParameterLocation, allowReserved: boolean, text: string): string {
  if (location === 'header') return text;
  const encoded = encodeURIComponent(text);
  // `&`, `=`, `+` and `#` stay encoded, as they would end the value or change its meaning.
  return allowReserved && location === 'query'
    ? encoded.replace(/%(?:24|2C|2F|3A|3B|3F|40|5B|5D)/g, decodeURIComponent)
    : encoded;
}
