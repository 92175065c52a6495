import { parseSource, type JsonObject } from '@apipin/openapi-model';
import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';

/**
 * The text to keep `root` in, as YAML: that of the source itself where nothing in it changed and it is no JSON, so that
 * comments and layout stay.
 */
export function documentText(root: JsonObject, source: string): string {
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const isYaml = !text.trimStart().startsWith('{');
  if (isYaml && isDeepStrictEqual(parseSource(text, '').source?.root, root)) {
    return text.endsWith('\n') ? text : `${text}\n`;
  }
  // Prettier leaves lines alone that are not folded.
  return stringify(root, { aliasDuplicateObjects: false, lineWidth: 0, singleQuote: true });
}
