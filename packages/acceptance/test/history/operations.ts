import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/** The methods of a path item, as it spells them. */
export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** A path whatever its parameters are called. */
export function templateOf(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, '{}');
}

/** One operation of a document, with references to its parts resolved. */
export interface Operation {
  /** Method and path, whatever the path parameters are called. */
  readonly key: string;
  readonly path: string;
  readonly operationId: string | undefined;
  readonly parameters: readonly JsonObject[];
  readonly requestBody: JsonObject | undefined;
  /** By status code. */
  readonly responses: ReadonlyMap<string, JsonObject>;
}

/** Every operation of `document` by its key. */
export function operationsOf(document: JsonObject): Map<string, Operation> {
  const operations = new Map<string, Operation>();
  for (const [path, item] of membersOf(document['paths'])) {
    const pathItem = resolve(document, item);
    for (const method of METHODS) {
      const operation = pathItem[method];
      if (!isJsonObject(operation)) continue;
      const key = `${method.toUpperCase()} ${templateOf(path)}`;
      const shared = itemsOf(pathItem['parameters']);
      operations.set(key, { key, path, ...readOperation(document, operation, shared) });
    }
  }
  return operations;
}

function readOperation(
  document: JsonObject,
  operation: JsonObject,
  shared: readonly Json[],
): Omit<Operation, 'key' | 'path'> {
  const all = [...shared, ...itemsOf(operation['parameters'])];
  const parameters = new Map(
    all.map((each) => [parameterKey(document, each), resolve(document, each)]),
  );
  const { requestBody, responses, operationId } = operation;
  return {
    operationId: typeof operationId === 'string' ? operationId : undefined,
    parameters: [...parameters.values()],
    requestBody: requestBody === undefined ? undefined : resolve(document, requestBody),
    responses: new Map(
      membersOf(responses).map(([status, response]) => [status, resolve(document, response)]),
    ),
  };
}

/** What tells a parameter from the others of its operation. */
export function parameterKey(document: JsonObject, parameter: Json): string {
  const { in: place, name } = resolve(document, parameter);
  return `${String(place)} ${String(name)}`;
}

/** The schema of a body or response in JSON. */
export function jsonSchemaOf(body: JsonObject | undefined): JsonObject | undefined {
  const found = membersOf(body?.['content']).find(([type]) => /[/+]json\b/.test(type));
  const schema = isJsonObject(found?.[1]) ? found[1]['schema'] : undefined;
  return isJsonObject(schema) ? schema : undefined;
}

/** What `value` is, or what it refers to. */
export function resolve(document: JsonObject, value: Json): JsonObject {
  let found = value;
  for (let depth = 0; isJsonObject(found) && typeof found['$ref'] === 'string'; depth += 1) {
    if (depth > 50) return {};
    found = at(document, found['$ref']);
  }
  return isJsonObject(found) ? found : {};
}

function at(document: JsonObject, pointer: string): Json {
  let found: Json = document;
  for (const token of pointer.split('/').slice(1)) {
    const key = decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~');
    found = isJsonObject(found) && Object.hasOwn(found, key) ? (found[key] ?? null) : null;
  }
  return found;
}

/** The members of an object; none of anything else. */
export function membersOf(value: Json | undefined): [string, Json][] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

/** The items of a list; none of anything else. */
export function itemsOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
