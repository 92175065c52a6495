import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import {
  itemsOf,
  jsonSchemaOf,
  membersOf,
  operationsOf,
  resolve,
  templateOf,
  type Operation,
} from './operations.ts';

/*
 * Writes what somebody might have written who uses everything that a document has. What it says of the types is taken from
 * the document, not from the generated code.
 */

/** How deep bodies are built and read. */
const MAX_DEPTH = 4;

/** A line of code for each use; `client` is the source of a client, for the names of its methods. */
export function emitConsumer(document: JsonObject, client: string): string[] {
  const methods = methodNames(client);
  const lines = [
    "import type { createClient } from '#client';",
    'declare const client: ReturnType<typeof createClient>;',
  ];
  for (const operation of operationsOf(document).values()) {
    const method = methods.get(operation.key);
    if (method === undefined) continue;
    lines.push(
      // One function for all would be too large for the compiler.
      `export async function use${lines.length}() {`,
      `const answer = await client.${method}(null as never);`,
      `await client.${method}(${inputLiteral(document, operation, 'all')});`,
      `await client.${method}(${inputLiteral(document, operation, 'required')});`,
      ...readAnswer(document, operation),
      '}',
    );
  }
  return lines;
}

/** The methods of a client by method and path, as its comments have them. */
function methodNames(client: string): Map<string, string> {
  const found = client.matchAll(/`([A-Z]+) (\/\S*)`\s+(?:\*[^/][^\n]*\s+)*\*\/\s+(\w+)\(/g);
  return new Map(
    [...found].map(([, method = '', path = '', name = '']) => [
      `${method} ${templateOf(path)}`,
      name,
    ]),
  );
}

type Extent = 'all' | 'required';

function inputLiteral(document: JsonObject, operation: Operation, extent: Extent): string {
  const members = operation.parameters
    .filter((parameter) => extent === 'all' || parameter['required'] === true)
    .map(({ name, schema }) => member(String(name), literal(document, schema ?? {}, extent)));
  const body = jsonSchemaOf(operation.requestBody);
  if (body && (extent === 'all' || operation.requestBody?.['required'] === true)) {
    members.push(member('body', literal(document, body, extent)));
  }
  return members.length === 0 ? '' : `{ ${members.join(', ')} }`;
}

function literal(document: JsonObject, schema: Json, extent: Extent, depth = 0): string {
  const resolved = merge(document, schema);
  const [first] = itemsOf(resolved['enum']);
  if (first !== undefined) return JSON.stringify(first);
  switch (typeOf(resolved)) {
    case 'string':
      return "'text'";
    case 'integer':
    case 'number':
      return '1';
    case 'boolean':
      return 'true';
    case 'array':
      return depth > MAX_DEPTH
        ? '[]'
        : `[${literal(document, resolved['items'] ?? {}, extent, depth + 1)}]`;
    case 'object': {
      const required = itemsOf(resolved['required']);
      const members = membersOf(resolved['properties'])
        .filter(([, property]) => resolve(document, property)['readOnly'] !== true)
        .filter(([name]) => (extent === 'all' && depth < MAX_DEPTH) || required.includes(name))
        .map(([name, property]) => member(name, literal(document, property, extent, depth + 1)));
      return `{ ${members.join(', ')} }`;
    }
    default:
      return 'null as never';
  }
}

function member(name: string, value: string): string {
  return `${JSON.stringify(name)}: ${value}`;
}

function* readAnswer(document: JsonObject, operation: Operation): Generator<string> {
  for (const [status, response] of operation.responses) {
    const schema = status.startsWith('2') ? jsonSchemaOf(response) : undefined;
    if (schema) yield* readValue(document, schema, { text: 'answer', isThere: true }, 0);
  }
}

/** An expression, and whether nothing on the way to it can be missing. */
interface Expression {
  readonly text: string;
  readonly isThere: boolean;
}

function* readValue(
  document: JsonObject,
  schema: Json,
  from: Expression,
  depth: number,
): Generator<string> {
  const resolved = merge(document, schema);
  const isThere = from.isThere && resolved['nullable'] !== true && !Array.isArray(resolved['type']);
  const dot = isThere ? '' : '?.';
  const absent = isThere ? '' : ' | null | undefined';
  const values = itemsOf(resolved['enum']);
  const type = typeOf(resolved);
  if (values.length > 0) {
    yield `void (${from.text} satisfies ${values.map((value) => JSON.stringify(value)).join(' | ')}${absent});`;
    for (const value of values) yield `void (${from.text} === ${JSON.stringify(value)});`;
  } else if (type === 'string' || type === 'boolean') {
    yield `void (${from.text} satisfies ${type}${absent});`;
  }
  if (depth >= MAX_DEPTH) return;
  if (type === 'array') {
    const item = { text: `${from.text}${dot}[0]`, isThere: false };
    yield* readValue(document, resolved['items'] ?? {}, item, depth + 1);
  }
  const required = itemsOf(resolved['required']);
  for (const [name, property] of membersOf(resolved['properties'])) {
    if (resolve(document, property)['writeOnly'] === true) continue;
    const text = `${from.text}${dot}[${JSON.stringify(name)}]`;
    yield `void ${text};`;
    const inner = { text, isThere: isThere && required.includes(name) };
    yield* readValue(document, property, inner, depth + 1);
  }
}

/** A schema with its reference resolved, and with the properties of its `allOf`. */
function merge(document: JsonObject, schema: Json, depth = 0): JsonObject {
  const { allOf, ...own } = resolve(document, schema);
  let merged: JsonObject = own;
  for (const part of depth > MAX_DEPTH ? [] : itemsOf(allOf)) {
    const { properties, required, ...rest } = merge(document, part, depth + 1);
    merged = {
      ...rest,
      ...merged,
      properties: { ...objectOf(properties), ...objectOf(merged['properties']) },
      required: [...itemsOf(required), ...itemsOf(merged['required'])],
    };
  }
  return merged;
}

function typeOf({ type, properties }: JsonObject): string | undefined {
  if (type === undefined) return properties === undefined ? undefined : 'object';
  const types = Array.isArray(type) ? (type as string[]).filter((each) => each !== 'null') : [type];
  return types.length === 1 ? String(types[0]) : undefined;
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
