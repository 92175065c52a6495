import type { ApiModel, HttpMethod, Operation, Parameter, Schema } from '@apipin/openapi-model';
import { isJson, preferredMediaType } from '../media-types.ts';
import { capitalise, type NameTable } from '../names.ts';
import { docComment, optionalMember, propertyKey, stringLiteral } from '../source-text.ts';
import { inputKeys, type InputKeys } from './input-keys.ts';
import { wireLocation } from './wire-location.ts';

/** What a client says of itself besides its operations. */
export interface ApiDetails {
  /** The property that says when the version's support ends, empty where that is not known; see `emitEndNotice`. */
  readonly endNotice: string;
  /** Such as `example-client/1.2.0`. */
  readonly userAgent: string | undefined;
}

/**
 * Emits the operations as data, each by itself, so that a program is bundled with no more than it calls. One generic call
 * serves them all; what few of them need, they bring along as functions.
 */
export function emitOperations(model: ApiModel, names: NameTable, details: ApiDetails): string {
  const operations = model.operations.map((operation) => {
    const comment = docComment([`\`${operation.method.toUpperCase()} ${operation.path}\``]);
    const name = names.operation(operation.operationId);
    return `${comment}export const ${name}: OperationSpec<${stringLiteral(name)}> = ${emitOperation(operation, model, names)};`;
  });
  const shared = [
    details.userAgent === undefined ? '' : `userAgent: ${stringLiteral(details.userAgent)}`,
    `baseUrl: ${stringLiteral(baseUrlOf(model))}`,
    details.endNotice,
  ];
  const body = `/** What all operations share. */
export const api: ApiDescription = {
${shared.filter((entry) => entry !== '').join(',\n')},
};

${operations.join('\n\n')}

/** Every operation, by the name of its method. */
export const operationTable: OperationTable = {
${model.operations.map(({ operationId }) => `${names.operation(operationId)},`).join('\n')}
};
`;
  return emitImports(body) + body;
}

/** The functions of the runtime that operations can bring along. */
const HELPERS = [
  'bodyAs',
  'idempotentBy',
  'inCookie',
  'inHeader',
  'inQuery',
  'outside',
  'paged',
  'readBlob',
  'readText',
  'styled',
];

function emitImports(body: string): string {
  const used = HELPERS.filter((helper) =>
    new RegExp(`(@__PURE__ \\*/|read:) ${helper}\\b`).test(body),
  );
  const spec = body.includes(': OperationSpec<') ? ['type OperationSpec'] : [];
  return `import { ${[...used, 'type ApiDescription', ...spec, 'type OperationTable'].join(', ')} } from '@apipin/client-runtime';

`;
}

/** The first server; a relative one means nothing to a client, which is then given its base URL. */
function baseUrlOf(model: ApiModel): string {
  const url = model.servers[0]?.url ?? '';
  return /^https?:\/\//.test(url) ? url : '';
}

function emitOperation(operation: Operation, model: ApiModel, names: NameTable): string {
  const { operationId, method, path, parameters } = operation;
  const keys = inputKeys(operation);
  const entries = [
    names.operation(operationId) === operationId ? '' : `id: ${stringLiteral(operationId)}`,
    `method: ${stringLiteral(method.toUpperCase())}`,
    `path: ${stringLiteral(path)}`,
    emitPathParameters(parameters.filter(isUnusualPathParameter(keys, model)), keys, model),
    emitLocation('query', parameters, keys, model),
    emitOutside(parameters, keys, model),
    emitBody(operation),
    emitApiKeys(operation, model),
    ...emitConduct(operation, keys),
    mayBeEmpty(operation) ? 'optionalBody: true' : '',
    emitRead(operation),
  ];
  return `{ ${entries.filter((entry) => entry !== '').join(', ')} }`;
}

function emitLocation(
  location: 'query' | 'header' | 'cookie',
  parameters: readonly Parameter[],
  keys: InputKeys,
  model: ApiModel,
): string {
  const there = parameters.filter((parameter) => wireLocation(parameter) === location);
  return emitParameters(location, there, keys, model);
}

function emitOutside(parameters: readonly Parameter[], keys: InputKeys, model: ApiModel): string {
  const entries = (['header', 'cookie'] as const)
    .map((location) => emitLocation(location, parameters, keys, model))
    .filter((entry) => entry !== '');
  return entries.length === 0 ? '' : `outside: /* @__PURE__ */ outside({ ${entries.join(', ')} })`;
}

function emitParameters(
  field: string,
  parameters: readonly Parameter[],
  keys: InputKeys,
  model: ApiModel,
): string {
  if (parameters.length === 0) return '';
  return `${field}: [${parameters.map((parameter) => emitParameter(parameter, keys, model)).join(', ')}]`;
}

function emitPathParameters(
  parameters: readonly Parameter[],
  keys: InputKeys,
  model: ApiModel,
): string {
  if (parameters.length === 0) return '';
  const entries = parameters.map(
    (parameter) => `${propertyKey(parameter.name)}: ${emitParameter(parameter, keys, model)}`,
  );
  return `pathParameters: { ${entries.join(', ')} }`;
}

/** A name alone where everything else is as OpenAPI has it by default. */
function emitParameter(parameter: Parameter, keys: InputKeys, model: ApiModel): string {
  const { name } = parameter;
  const key = keys.get(parameter) ?? name;
  const form = emitForm(parameter);
  const isStyled = form !== '' || !isPlain(parameter, model);
  const entries = [
    key === name ? '' : `key: ${stringLiteral(key)}`,
    !isStyled
      ? ''
      : `write: /* @__PURE__ */ styled(${stringLiteral(wireLocation(parameter))}, { ${form} })`,
  ].filter((entry) => entry !== '');
  return entries.length === 0
    ? stringLiteral(name)
    : `{ name: ${stringLiteral(name)}, ${entries.join(', ')} }`;
}

/** What is not as OpenAPI has it by default. */
function emitForm(parameter: Parameter): string {
  const { style, explode, allowReserved } = parameter;
  const mediaType = parameter.in === 'querystring' ? undefined : parameter.mediaType;
  return [
    hasDefaultStyle(parameter) ? '' : `style: ${stringLiteral(style)}, explode: ${explode}`,
    allowReserved ? 'allowReserved: true' : '',
    mediaType === undefined ? '' : `mediaType: ${stringLiteral(mediaType)}`,
  ]
    .filter((entry) => entry !== '')
    .join(', ');
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#style-values */
const STYLES: ReadonlySet<string> = new Set([
  'matrix',
  'label',
  'simple',
  'form',
  'spaceDelimited',
  'pipeDelimited',
  'deepObject',
]);

/** Whether a parameter has no parts, or is an array in a query: what the runtime writes without further ado. */
function isPlain({ in: location, schema }: Parameter, model: ApiModel): boolean {
  const { kind } = schema;
  if (kind === 'array') {
    const { items, prefixItems } = schema;
    return (
      location === 'query' &&
      prefixItems.length === 0 &&
      items !== undefined &&
      isPrimitive(items, model)
    );
  }
  return isPrimitive(schema, model);
}

function isPrimitive(schema: Schema, model: ApiModel): boolean {
  switch (schema.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      return true;
    case 'enum':
      return schema.values.every((value) => typeof value !== 'object');
    case 'reference': {
      const target = model.schemas.get(schema.target);
      return target !== undefined && isPrimitive(target.schema, model);
    }
    case 'union':
      return schema.members.every((member) => isPrimitive(member, model));
    default:
      return false;
  }
}

/** An unknown style is no style. */
function hasDefaultStyle({ in: location, style, explode }: Parameter): boolean {
  const simple = location === 'path' || location === 'header';
  if (!STYLES.has(style)) return true;
  return style === (simple ? 'simple' : 'form') && explode === !simple;
}

function isUnusualPathParameter(
  keys: InputKeys,
  model: ApiModel,
): (parameter: Parameter) => boolean {
  return (parameter) =>
    parameter.in === 'path' &&
    (emitForm(parameter) !== '' ||
      !isPlain(parameter, model) ||
      keys.get(parameter) !== parameter.name);
}

function emitBody({ requestBody }: Operation): string {
  const media = preferredMediaType(requestBody?.content ?? [])?.mediaType;
  if (media === undefined) return '';
  return `body: ${isJson(media) ? stringLiteral(media) : `/* @__PURE__ */ bodyAs(${stringLiteral(media)})`}`;
}

function emitConduct({ conduct, method, requestBody }: Operation, keys: InputKeys): string[] {
  const { repeatable, idempotencyKey, paging } = conduct;
  const cursor = paging && (keys.get(paging.cursor) ?? paging.cursor.name);
  return [
    repeatable || isIdempotent(method) ? 'repeatable: true' : '',
    idempotencyKey === undefined || requestBody === undefined
      ? ''
      : `idempotency: /* @__PURE__ */ idempotentBy(${stringLiteral(idempotencyKey)})`,
    paging === undefined || cursor === undefined
      ? ''
      : `paging: /* @__PURE__ */ paged({ cursor: ${stringLiteral(cursor)}, next: ${emitReader(paging.next)}, items: ${emitReader(paging.items)} })`,
  ];
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2 */
function isIdempotent(method: HttpMethod): boolean {
  return method !== 'post' && method !== 'patch';
}

/** A function that reads what a path of properties leads to, `undefined` where it leads nowhere. */
function emitReader(path: readonly string[]): string {
  return `(page) => page${path.map(optionalMember).join('')}`;
}

function emitApiKeys({ security }: Operation, { securitySchemes }: ApiModel): string {
  const names = new Set(security.flatMap((requirement) => [...requirement.keys()]));
  const keys = [...names].sort().flatMap((name) => {
    const scheme = securitySchemes.get(name);
    if (scheme?.kind !== 'apiKey') return [];
    const add = `in${capitalise(scheme.in)}(${stringLiteral(scheme.name)})`;
    return [`${propertyKey(name)}: /* @__PURE__ */ ${add}`];
  });
  return keys.length === 0 ? '' : `apiKeys: { ${keys.join(', ')} }`;
}

/** Whether a success may have no body, other than by a status that says so. */
function mayBeEmpty({ responses }: Operation): boolean {
  const successes = responses.filter(({ status }) => status.startsWith('2'));
  const answers =
    successes.length > 0 ? successes : responses.filter(({ status }) => status === 'default');
  return (
    answers.length === 0 ||
    answers.some(({ status, content }) => content.length === 0 && !/^20[45]$/.test(status))
  );
}

/** How to read a success that is not JSON. */
function emitRead({ responses }: Operation): string {
  const media = responses
    .filter(({ status }) => status.startsWith('2'))
    .map(({ content }) => preferredMediaType(content))
    .find((preferred) => preferred !== undefined);
  if (media === undefined || isJson(media.mediaType)) return '';
  return media.mediaType.startsWith('text/') ? 'read: readText' : 'read: readBlob';
}
