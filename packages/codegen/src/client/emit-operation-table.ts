import type { ApiModel, Operation, Parameter } from '@apipin/openapi-model';
import { isJson, preferredMediaType } from '../media-types.ts';
import type { NameTable } from '../names.ts';
import { propertyKey, stringLiteral } from '../source-text.ts';
import { inputKeys, type InputKeys } from './input-keys.ts';
import { wireLocation } from './wire-location.ts';

/**
 * Emits the operations as data: one generic call serves them all, so each costs a line and no code.
 *
 * @param hasApiVersion - Whether `api-version.ts` is emitted too.
 */
export function emitOperationTable(
  model: ApiModel,
  names: NameTable,
  hasApiVersion: boolean,
): string {
  const operations = model.operations.map(
    (operation) =>
      `${emitEntry(names.operation(operation.operationId), emitOperation(operation, model, names))},`,
  );
  return `import type { OperationTable } from '@apipin/client-runtime';
${hasApiVersion ? `import { apiVersion } from './api-version.js';\n` : ''}
/** What each operation of the client sends, and where. */
export const operationTable: OperationTable = {
${hasApiVersion ? '  apiVersion,\n' : ''}  baseUrl: ${stringLiteral(baseUrlOf(model))},
${emitApiKeys(model)}  operations: {
${operations.join('\n')}
  },
};
`;
}

/** The first server; a relative one means nothing to a client, which is then given its base URL. */
function baseUrlOf(model: ApiModel): string {
  const url = model.servers[0]?.url ?? '';
  return /^https?:\/\//.test(url) ? url : '';
}

/** Where objects have a property of that name already, compilers forget that the value's strings are literals. */
function emitEntry(name: string, value: string): string {
  return `${propertyKey(name)}: ${value}${name in Object.prototype ? ' as const' : ''}`;
}

function emitApiKeys(model: ApiModel): string {
  const keys = [...model.securitySchemes].flatMap(([scheme, value]) =>
    value.kind === 'apiKey'
      ? [
          `${emitEntry(scheme, `{ in: ${stringLiteral(value.in)}, name: ${stringLiteral(value.name)} }`)},`,
        ]
      : [],
  );
  return keys.length === 0 ? '' : `  apiKeys: {\n${keys.join('\n')}\n  },\n`;
}

function emitOperation(operation: Operation, model: ApiModel, names: NameTable): string {
  const { operationId, method, path, parameters, requestBody } = operation;
  const keys = inputKeys(operation);
  const body = preferredMediaType(requestBody?.content ?? [])?.mediaType;
  const entries = [
    names.operation(operationId) === operationId ? '' : `id: ${stringLiteral(operationId)}`,
    `method: ${stringLiteral(method.toUpperCase())}`,
    `path: ${stringLiteral(path)}`,
    emitParameters('pathParameters', parameters.filter(isUnusualPathParameter(keys)), keys),
    ...(['query', 'header', 'cookie'] as const).map((location) =>
      emitParameters(
        location,
        parameters.filter((parameter) => wireLocation(parameter) === location),
        keys,
      ),
    ),
    body === undefined ? '' : `body: ${stringLiteral(body)}`,
    emitSchemes(operation, model),
    emitParseAs(operation),
  ];
  return `{ ${entries.filter((entry) => entry !== '').join(', ')} }`;
}

function emitParameters(field: string, parameters: readonly Parameter[], keys: InputKeys): string {
  if (parameters.length === 0) return '';
  return `${field}: [${parameters.map((parameter) => emitParameter(parameter, keys)).join(', ')}]`;
}

/** A name alone where everything else is as OpenAPI has it by default. */
function emitParameter(parameter: Parameter, keys: InputKeys): string {
  const { name, style, explode, allowReserved } = parameter;
  const mediaType = parameter.in === 'querystring' ? undefined : parameter.mediaType;
  const key = keys.get(parameter) ?? name;
  const entries = [
    key === name ? '' : `key: ${stringLiteral(key)}`,
    hasDefaultStyle(parameter) ? '' : `style: ${stringLiteral(style)}, explode: ${explode}`,
    allowReserved ? 'allowReserved: true' : '',
    mediaType === undefined ? '' : `mediaType: ${stringLiteral(mediaType)}`,
  ].filter((entry) => entry !== '');
  return entries.length === 0
    ? stringLiteral(name)
    : `{ name: ${stringLiteral(name)}, ${entries.join(', ')} }`;
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

/** An unknown style is no style. */
function hasDefaultStyle({ in: location, style, explode }: Parameter): boolean {
  const simple = location === 'path' || location === 'header';
  if (!STYLES.has(style)) return true;
  return style === (simple ? 'simple' : 'form') && explode === !simple;
}

function isUnusualPathParameter(keys: InputKeys): (parameter: Parameter) => boolean {
  return (parameter) =>
    parameter.in === 'path' &&
    (!hasDefaultStyle(parameter) || keys.get(parameter) !== parameter.name);
}

function emitSchemes({ security }: Operation, model: ApiModel): string {
  const schemes = new Set(security.flatMap((requirement) => [...requirement.keys()]));
  const keys = [...schemes]
    .filter((scheme) => model.securitySchemes.get(scheme)?.kind === 'apiKey')
    .sort();
  return keys.length === 0 ? '' : `apiKeys: [${keys.map(stringLiteral).join(', ')}]`;
}

/** How to read a success that is not JSON. */
function emitParseAs({ responses }: Operation): string {
  const media = responses
    .filter(({ status }) => status.startsWith('2'))
    .map(({ content }) => preferredMediaType(content))
    .find((preferred) => preferred !== undefined);
  if (media === undefined || isJson(media.mediaType)) return '';
  return `parseAs: ${stringLiteral(media.mediaType.startsWith('text/') ? 'text' : 'blob')}`;
}
