import { parseSource, type JsonObject } from '@apipin/openapi-model';
import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';

/** What our reader takes of YAML, in characters; JSON may be longer. */
const MAX_YAML = 16 * 1024 * 1024;

/**
 * The text to keep `root` in, as YAML: that of the source itself where nothing in it changed and it is no JSON, so that
 * comments and layout stay. What is too long for YAML is kept as JSON, which is YAML too.
 */
export function documentText(root: JsonObject, source: string): string {
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const isJson = text.trimStart().startsWith('{');
  const isSame = isDeepStrictEqual(parseSource(text, '').source?.root, root);
  if (isSame && !isJson) return text.endsWith('\n') ? text : `${text}\n`;
  const yaml = writeYaml((isSame && parseExactly(text)) || root);
  if (yaml.length <= MAX_YAML) return yaml;
  return isSame ? text : `${JSON.stringify(root, null, 2)}\n`;
}

function writeYaml(value: unknown): string {
  // Prettier leaves lines alone that are not folded.
  return stringify(value, { aliasDuplicateObjects: false, lineWidth: 0, singleQuote: true });
}

/** Integers that a number would round come as `bigint`. `undefined` for YAML that only looks like JSON. */
function parseExactly(json: string): unknown {
  try {
    return JSON.parse(json, (_, value: unknown, context?: { readonly source?: string }) => {
      const digits = context?.source ?? '';
      const isRounded = typeof value === 'number' && !Number.isSafeInteger(value);
      return isRounded && /^-?\d+$/.test(digits) ? BigInt(digits) : value;
    });
  } catch {
    return undefined;
  }
}
