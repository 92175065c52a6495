import { sortedEntries } from './compare.ts';
import { isJsonObject, ownProperty, type JsonObject, type JsonValue } from './json.ts';
import type { NormaliseContext } from './normalise-context.ts';
import { childPointer } from './pointer.ts';
import { NO_ANNOTATIONS, type Annotations, type Schema } from './schema.ts';

/** A Schema Object on its way into the model. */
export interface SchemaNode {
  readonly value: JsonObject;
  readonly pointer: string;
  readonly context: NormaliseContext;
  /** Normalises a schema inside this one. */
  readonly normalise: (value: JsonValue | undefined, pointer: string) => Schema;
}

export function baseOf({
  pointer,
  context,
}: SchemaNode): Annotations & { readonly at: Schema['at'] } {
  return { ...NO_ANNOTATIONS, at: context.at(pointer) };
}

export function report(
  { pointer, context }: SchemaNode,
  severity: 'error' | 'warning',
  code: string,
  keyword: string,
  message: string,
): void {
  context.report(severity, code, childPointer(pointer, keyword), message);
}

/** The schema that `keyword` holds, or `undefined` where the keyword is absent. */
export function childSchema(node: SchemaNode, keyword: string): Schema | undefined {
  const value = ownProperty(node.value, keyword);
  return value === undefined
    ? undefined
    : node.normalise(value, childPointer(node.pointer, keyword));
}

export function schemaList(node: SchemaNode, keyword: string): readonly Schema[] {
  const list = ownProperty(node.value, keyword);
  if (list === undefined) return [];
  const pointer = childPointer(node.pointer, keyword);
  if (!Array.isArray(list)) {
    report(node, 'error', 'keyword-invalid', keyword, `"${keyword}" is a list of schemas`);
    return [];
  }
  return list.map((item: JsonValue, index) => node.normalise(item, childPointer(pointer, index)));
}

export function schemaMap(
  node: SchemaNode,
  keyword: string,
  isSchema: (value: JsonValue) => boolean = () => true,
): [string, Schema][] {
  const map = ownProperty(node.value, keyword);
  if (map === undefined) return [];
  const pointer = childPointer(node.pointer, keyword);
  if (!isJsonObject(map)) {
    report(node, 'error', 'keyword-invalid', keyword, `"${keyword}" is an object of schemas`);
    return [];
  }
  return sortedEntries(map)
    .filter(([, schema]) => isSchema(schema))
    .map(([name, schema]) => [name, node.normalise(schema, childPointer(pointer, name))]);
}

export function numberOf(node: SchemaNode, keyword: string): number | undefined {
  return checked(node, keyword, 'a number', (value) => typeof value === 'number');
}

export function positiveNumberOf(node: SchemaNode, keyword: string): number | undefined {
  return checked(
    node,
    keyword,
    'a number above 0',
    (value) => typeof value === 'number' && value > 0,
  );
}

export function countOf(node: SchemaNode, keyword: string): number | undefined {
  return checked(
    node,
    keyword,
    'a whole number',
    (value) => Number.isInteger(value) && (value as number) >= 0,
  );
}

export function textOf(node: SchemaNode, keyword: string): string | undefined {
  return checked(node, keyword, 'a string', (value) => typeof value === 'string');
}

function checked<Value extends JsonValue>(
  node: SchemaNode,
  keyword: string,
  wanted: string,
  accepts: (value: JsonValue) => boolean,
): Value | undefined {
  const value = ownProperty(node.value, keyword);
  if (value === undefined || accepts(value)) return value as Value | undefined;
  report(
    node,
    'error',
    'keyword-invalid',
    keyword,
    `"${keyword}" is ${wanted}, not ${JSON.stringify(value).slice(0, 40)}`,
  );
  return undefined;
}

export function namesOf(
  node: SchemaNode,
  keyword: string,
  value: JsonValue | undefined,
): readonly string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((name) => typeof name === 'string')) return value;
  // Draft 4 marked a property itself as required; documents still say so, and mean nothing by it.
  if (typeof value !== 'boolean')
    report(node, 'error', 'keyword-invalid', keyword, `"${keyword}" lists property names`);
  else
    report(
      node,
      'warning',
      'keyword-invalid',
      keyword,
      `"${keyword}" lists property names; ${value} is ignored`,
    );
  return [];
}
