import { compareCodeUnits, sortedEntries } from './compare.ts';
import { normaliseConduct } from './conduct.ts';
import { extrasOf } from './extras.ts';
import {
  isJsonObject,
  ownArray,
  ownProperty,
  ownString,
  type JsonObject,
  type JsonValue,
} from './json.ts';
import type {
  ApiModel,
  Header,
  HttpMethod,
  MediaType,
  Operation,
  Parameter,
  ParameterLocation,
  RequestBody,
  Response,
  SecurityRequirement,
} from './model.ts';
import { findObject, type Found, type NormaliseContext } from './normalise-context.ts';
import { normaliseSchema } from './normalise-schema.ts';
import { childPointer } from './pointer.ts';

const METHODS: readonly HttpMethod[] = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
];

const LOCATIONS: readonly ParameterLocation[] = [
  'path',
  'query',
  'header',
  'cookie',
  'querystring',
];

/**
 * Every operation under `paths` and `webhooks`, by path and then by method.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#path-item-object
 */
export function normaliseOperations(
  root: JsonObject,
  context: NormaliseContext,
): Pick<ApiModel, 'operations' | 'webhooks'> {
  const isPath = (name: string): boolean => name.startsWith('/');
  const operations = withIds(normalisePathItems(root, 'paths', isPath, context));
  reportDuplicates(operations, context);
  const isWebhook = (name: string): boolean => !name.startsWith('x-');
  const webhooks = withIds(normalisePathItems(root, 'webhooks', isWebhook, context));
  return { operations, webhooks };
}

function normalisePathItems(
  root: JsonObject,
  keyword: 'paths' | 'webhooks',
  isItem: (name: string) => boolean,
  context: NormaliseContext,
): Operation[] {
  const items = ownProperty(root, keyword);
  if (!isJsonObject(items)) return [];
  const security = ownProperty(root, 'security');
  return sortedEntries(items)
    .filter(([name]) => isItem(name))
    .flatMap(([name, item]) =>
      normalisePathItem(name, item, childPointer(`/${keyword}`, name), security, context),
    );
}

function normalisePathItem(
  path: string,
  item: JsonValue,
  at: string,
  security: JsonValue | undefined,
  context: NormaliseContext,
): Operation[] {
  const found = findObject(item, at, context);
  if (found === undefined) return [];
  if (Object.hasOwn(found.value, 'additionalOperations')) {
    const pointer = childPointer(found.pointer, 'additionalOperations');
    const message = 'operations with methods of their own are left out; no client can call them';
    context.report('warning', 'additional-operations', pointer, message);
  }
  return METHODS.filter((method) => isJsonObject(found.value[method])).map((method) => {
    const pointer = childPointer(found.pointer, method);
    const operation = { value: found.value[method] as JsonObject, pointer };
    return normaliseOperation(path, method, operation, found, security, context);
  });
}

function normaliseOperation(
  path: string,
  method: HttpMethod,
  { value, pointer }: Found,
  pathItem: Found,
  documentSecurity: JsonValue | undefined,
  context: NormaliseContext,
): Operation {
  const parameters = withUndeclared(
    mergeParameters(
      normaliseParameters(pathItem, context),
      normaliseParameters({ value, pointer }, context),
    ),
    path,
    pointer,
    context,
  );
  return {
    kind: 'operation',
    operationId: ownString(value, 'operationId') ?? '',
    isIdWritten: (ownString(value, 'operationId') ?? '') !== '',
    method,
    path,
    summary: ownString(value, 'summary') ?? ownString(pathItem.value, 'summary'),
    description: ownString(value, 'description') ?? ownString(pathItem.value, 'description'),
    deprecated: value['deprecated'] === true,
    tags: ownArray(value, 'tags').filter((tag) => typeof tag === 'string'),
    parameters,
    requestBody: normaliseRequestBody({ value, pointer }, context),
    responses: normaliseResponses({ value, pointer }, context),
    security: normaliseSecurity(ownProperty(value, 'security') ?? documentSecurity),
    conduct: normaliseConduct(value, parameters, pointer, context),
    extras: extrasOf(value),
    at: context.at(pointer),
  };
}

/** Gives an id, with a number where it is taken, to each operation that the document gives none. */
function withIds(operations: readonly Operation[]): Operation[] {
  const taken = new Set(operations.map(({ operationId }) => operationId));
  return operations.map((operation) => {
    if (operation.operationId !== '') return operation;
    const derived = derivedOperationId(operation.method, operation.path);
    let operationId = derived;
    for (let number = 2; taken.has(operationId); number += 1) operationId = `${derived}${number}`;
    taken.add(operationId);
    return { ...operation, operationId };
  });
}

/** The id of an operation by what it is called with: `GET /pets/{petId}` is `getPetsByPetId`. */
function derivedOperationId(method: HttpMethod, path: string): string {
  const words = path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => (segment.startsWith('{') ? `by ${segment}` : segment));
  return `${method} ${words.join(' ')}`.replace(
    /[^A-Za-z0-9]+([A-Za-z0-9])?/g,
    (_, next: string | undefined) => next?.toUpperCase() ?? '',
  );
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#operation-object: ids are unique, and case-sensitive */
function reportDuplicates(operations: readonly Operation[], context: NormaliseContext): void {
  const seen = new Map<string, Operation>();
  for (const operation of operations) {
    const first = seen.get(operation.operationId);
    if (first === undefined) {
      seen.set(operation.operationId, operation);
    } else {
      const other = `${first.method.toUpperCase()} ${first.path}`;
      context.report(
        'error',
        'operation-id-duplicate',
        operation.at.pointer,
        `operationId "${operation.operationId}" is also that of ${other}; give each operation its own`,
      );
    }
  }
}

/** With what the path has a place for and nobody declares: without a value for it, nothing could be called. */
function withUndeclared(
  parameters: readonly Parameter[],
  path: string,
  pointer: string,
  context: NormaliseContext,
): Parameter[] {
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const undeclared = [...new Set(names)].filter(
    (name) => !parameters.some((parameter) => parameter.in === 'path' && parameter.name === name),
  );
  const added = undeclared.flatMap((name) => {
    const message = `no parameter "${name}" is declared for the path; it is taken for a string`;
    context.report('warning', 'parameter-undeclared', pointer, message);
    const value = { name, in: 'path', schema: { type: 'string' } };
    return normaliseParameter({ value, pointer }, context) ?? [];
  });
  return mergeParameters(parameters, added);
}

/** An operation's parameter replaces its path item's parameter of the same name and location. */
function mergeParameters(shared: readonly Parameter[], own: readonly Parameter[]): Parameter[] {
  const merged = new Map(
    [...shared, ...own].map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]),
  );
  return [...merged.values()].sort(
    (a, b) => LOCATIONS.indexOf(a.in) - LOCATIONS.indexOf(b.in) || compareCodeUnits(a.name, b.name),
  );
}

function normaliseParameters({ value, pointer }: Found, context: NormaliseContext): Parameter[] {
  const list = childPointer(pointer, 'parameters');
  return ownArray(value, 'parameters').flatMap((item, index) => {
    const found = findObject(item, childPointer(list, index), context);
    const parameter = found && normaliseParameter(found, context);
    return parameter === undefined ? [] : [parameter];
  });
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#parameter-object */
function normaliseParameter(
  { value, pointer }: Found,
  context: NormaliseContext,
): Parameter | undefined {
  const name = ownString(value, 'name');
  const location = LOCATIONS.find((candidate) => candidate === value['in']);
  if (name === undefined || location === undefined) {
    context.report(
      'error',
      'parameter-invalid',
      pointer,
      `a parameter needs a "name" and an "in" of ${LOCATIONS.join(', ')}`,
    );
    return undefined;
  }
  const content = normaliseContent({ value, pointer }, context)[0];
  const style =
    ownString(value, 'style') ?? (location === 'path' || location === 'header' ? 'simple' : 'form');
  const explode = value['explode'];
  return {
    kind: 'parameter',
    name,
    in: location,
    description: ownString(value, 'description'),
    required: value['required'] === true || location === 'path',
    deprecated: value['deprecated'] === true,
    style,
    explode: typeof explode === 'boolean' ? explode : style === 'form',
    allowReserved: value['allowReserved'] === true,
    schema:
      content?.schema ??
      normaliseSchema(ownProperty(value, 'schema'), childPointer(pointer, 'schema'), context),
    mediaType: content?.mediaType,
    extras: extrasOf(value),
    at: context.at(pointer),
  };
}

function normaliseRequestBody(
  { value, pointer }: Found,
  context: NormaliseContext,
): RequestBody | undefined {
  const body = ownProperty(value, 'requestBody');
  if (body === undefined) return undefined;
  const found = findObject(body, childPointer(pointer, 'requestBody'), context);
  if (found === undefined) return undefined;
  return {
    kind: 'requestBody',
    description: ownString(found.value, 'description'),
    required: found.value['required'] === true,
    content: normaliseContent(found, context),
    at: context.at(found.pointer),
  };
}

function normaliseContent({ value, pointer }: Found, context: NormaliseContext): MediaType[] {
  const content = ownProperty(value, 'content');
  if (!isJsonObject(content)) return [];
  const parent = childPointer(pointer, 'content');
  return sortedEntries(content).flatMap(([mediaType, item]): MediaType[] => {
    const found = findObject(item, childPointer(parent, mediaType), context);
    if (found === undefined) return [];
    const schema = normaliseSchema(
      ownProperty(found.value, 'schema'),
      childPointer(found.pointer, 'schema'),
      context,
    );
    return [{ kind: 'mediaType', mediaType, schema, at: context.at(found.pointer) }];
  });
}

function normaliseResponses({ value, pointer }: Found, context: NormaliseContext): Response[] {
  const responses = ownProperty(value, 'responses');
  if (!isJsonObject(responses)) return [];
  const parent = childPointer(pointer, 'responses');
  return sortedEntries(responses)
    .filter(([status]) => /^([1-5](\d\d|XX)|default)$/i.test(status))
    .flatMap(([status, item]): Response[] => {
      const found = findObject(item, childPointer(parent, status), context);
      if (found === undefined) return [];
      return [
        {
          kind: 'response',
          status,
          description: ownString(found.value, 'description'),
          headers: normaliseHeaders(found, context),
          content: normaliseContent(found, context),
          at: context.at(found.pointer),
        },
      ];
    });
}

function normaliseHeaders({ value, pointer }: Found, context: NormaliseContext): Header[] {
  const headers = ownProperty(value, 'headers');
  if (!isJsonObject(headers)) return [];
  const parent = childPointer(pointer, 'headers');
  return sortedEntries(headers).flatMap(([name, item]): Header[] => {
    const found = findObject(item, childPointer(parent, name), context);
    if (found === undefined) return [];
    const content = normaliseContent(found, context)[0];
    const schema = childPointer(found.pointer, 'schema');
    return [
      {
        kind: 'header',
        name,
        description: ownString(found.value, 'description'),
        required: found.value['required'] === true,
        schema:
          content?.schema ?? normaliseSchema(ownProperty(found.value, 'schema'), schema, context),
        at: context.at(found.pointer),
      },
    ];
  });
}

function normaliseSecurity(value: JsonValue | undefined): SecurityRequirement[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isJsonObject)
    .map(
      (requirement) =>
        new Map(
          sortedEntries(requirement).map(([name, scopes]) => [
            name,
            Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : [],
          ]),
        ),
    );
}
