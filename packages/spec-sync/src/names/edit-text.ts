import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, parseSource, type JsonObject, type JsonValue } from '@apipin/openapi-model';
import { isMap, isScalar, isSeq, parseDocument, stringify, type Node, type YAMLMap } from 'yaml';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Writes a changed document into the YAML or JSON text of the old one: names and strings are replaced where they stand,
 * so that comments, order and layout stay.
 *
 * @param before - What `text` says.
 * @param after - The same with other names; what has more members than before is written anew.
 */
export function editText(text: string, before: JsonObject, after: JsonObject): string {
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
  });
  const edits = findEdits(document.contents, before, after).sort((a, b) => b.start - a.start);
  const edited = edits.reduce(applyEdit, text);
  if (isDeepStrictEqual(parseSource(edited, '').source?.root, after)) return edited;
  // An anchor may stand for two things that are the same no longer.
  return stringify(after, { aliasDuplicateObjects: false, lineWidth: 0, singleQuote: true });
}

function applyEdit(text: string, { start, end, text: replacement }: Edit): string {
  // Collections end after the line break.
  const length = text.slice(start, end).trimEnd().length;
  return text.slice(0, start) + replacement + text.slice(start + length);
}

function findEdits(node: unknown, before: JsonValue, after: JsonValue): Edit[] {
  if (before === after) return [];
  if (isMap(node) && isJsonObject(before) && isJsonObject(after)) {
    const isLonger = Object.keys(before).length !== Object.keys(after).length;
    return isLonger ? [writeAnew(node, after)] : findEditsInMap(node, before, after);
  }
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) {
    return node.items.flatMap((item, index) =>
      findEdits(item, before[index] ?? null, after[index] ?? null),
    );
  }
  return typeof after === 'string' ? replaceString(node, after) : [];
}

function findEditsInMap(map: YAMLMap, before: JsonObject, after: JsonObject): Edit[] {
  const names = Object.keys(after);
  const renamed = new Map(Object.keys(before).map((name, index) => [name, names[index] ?? name]));
  return map.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? (key.source ?? String(key.value)) : undefined;
    const to = name === undefined ? undefined : renamed.get(name);
    if (name === undefined || to === undefined) return [];
    const edits = findEdits(value, before[name] ?? null, after[to] ?? null);
    return name === to ? edits : [...replaceString(key, to), ...edits];
  });
}

function replaceString(node: unknown, to: string): Edit[] {
  if (!isScalar(node) || !node.range) return [];
  const [start, end] = node.range;
  return [{ start, end, text: scalarText(to, node.type) }];
}

/** In the quotes that stand there, and where there are none with as few as will do. */
function scalarText(value: string, type: string | undefined): string {
  const isPlain = /^[A-Za-z_][\w.-]*$/.test(value) && !/^(true|false|null)$/i.test(value);
  if (type === 'PLAIN' && isPlain) return value;
  if (type === 'QUOTE_DOUBLE' || /[^\P{Cc}]/u.test(value)) return JSON.stringify(value);
  return `'${value.replaceAll("'", "''")}'`;
}

function writeAnew(node: Node, value: JsonValue): Edit {
  const [start, end] = node.range ?? [0, 0];
  return { start, end, text: JSON.stringify(value) };
}
