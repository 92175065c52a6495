import type { ApiModel, JsonObject, Operation, Response } from '@apipin/openapi-model';
import type { GeneratedFile } from '../generated-file.ts';
import { isJson, preferredMediaType } from '../media-types.ts';
import type { NameTable } from '../names.ts';
import { docComment, propertyKey, statusKey, stringLiteral } from '../source-text.ts';
import { emitApiVersion, type ApiVersion } from './emit-api-version.ts';
import { emitEndNotice } from './emit-end-notice.ts';
import { emitOperations } from './emit-operations.ts';
import { emitItemType } from './emit-item-type.ts';
import { emitType } from './emit-type.ts';
import { emitTypes } from './emit-types.ts';
import { emitWebhooks } from './emit-webhooks.ts';
import { inputKeys } from './input-keys.ts';
import { INT64_TYPE, isInt64 } from './int64-type.ts';
import { wireLocation } from './wire-location.ts';

/**
 * Emits a typed client: `schemas.ts` and `types.ts` with all types, by openapi-typescript, `operations.ts` with the operations
 * as data, `client.ts` with a method for each, `raw.ts` with openapi-fetch for the same paths, `runtime.ts` with what all
 * clients share, `webhooks.ts` where there are any, and `api-version.ts` where it is known which version of an API this is.
 *
 * The methods' types are written out and not inferred from `paths`, so that editors and compilers stay fast.
 */
export function emitClient(
  model: ApiModel,
  document: JsonObject,
  names: NameTable,
  { apiVersion: version, packageVersion }: ClientOptions,
): GeneratedFile[] {
  const userAgent =
    version && packageVersion && `apipin-${version.api}-${version.id}/${packageVersion}`;
  const endNotice = version ? emitEndNotice(version) : '';
  return [
    ...(version ? [{ path: 'api-version.ts', contents: emitApiVersion(version) }] : []),
    ...emitTypes(document, model, names),
    { path: 'operations.ts', contents: emitOperations(model, names, { endNotice, userAgent }) },
    { path: 'client.ts', contents: emitMethods(model, names) },
    { path: 'raw.ts', contents: RAW },
    { path: 'runtime.ts', contents: RUNTIME },
    ...emitWebhooks(model, names),
    { path: 'index.ts', contents: version ? EXPORT_API_VERSION + INDEX : INDEX },
  ];
}

/** What a client may have besides what its spec says. */
export interface ClientOptions {
  /** Which version of an API the spec is, and how long it is supported; embedded as `apiVersion`. */
  readonly apiVersion?: ApiVersion | undefined;
  /** Of the package that the client becomes; with it and `apiVersion`, requests say who sends them. */
  readonly packageVersion?: string | undefined;
}

const RUNTIME = `export * from '@apipin/client-runtime';\n`;

const RAW = `import { createRawClient as createAnyRawClient, type RawClient, type RawClientOptions } from '@apipin/client-runtime/raw';
import { api } from './operations.js';
import type { paths } from './types.js';

/**
 * Creates an openapi-fetch client for the same paths, for what no operation of the client does. It returns errors rather than
 * throwing them, sends each request once, validates nothing and rounds large integers.
 */
export function createRawClient(options: RawClientOptions = {}): RawClient<paths> {
  return createAnyRawClient<paths>(api, options);
}
`;

const EXPORT_API_VERSION = `export { apiVersion } from './api-version.js';\n`;

const INDEX = `export * from './client.js';
export type * from './schemas.js';
`;

function emitMethods(model: ApiModel, names: NameTable): string {
  const inputs = model.operations.flatMap((operation) => emitInput(operation, names));
  const methods = model.operations.map((operation) => emitMethod(operation, model, names));
  const errors = model.operations.map(
    (operation) => `${names.operation(operation.operationId)}: ${emitErrorType(operation, names)};`,
  );
  const body = `${inputs.join('\n')}
/** A method for each operation: resolves to the body of a success, and throws an \`ApiError\` for every other answer. */
export interface Operations {
${methods.join('\n')}
}

/** The body that an operation's failures carry. */
export interface OperationErrors {
${errors.join('\n')}
}
${emitCreateClient(model)}`;
  return emitImports(body) + body;
}

/** Comments and strings may say anything, and use nothing. */
const TEXT = /\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g;

function emitImports(text: string): string {
  const body = text.replace(TEXT, '');
  // Properties can have these names too, and end otherwise.
  const uses = (name: string): boolean => new RegExp(`\\b${name}[[.<>)]`).test(body);
  // A property can have this name too.
  const usesInt64 = new RegExp(`(?:[:|] |<)${INT64_TYPE}\\b`).test(body);
  return `import {
  createApiClient,
  isApiError as isAnyApiError,
  type ApiClientOptions,
  type ApiErrorGuard,
${uses('ApiPromise') ? '  type ApiPromise,\n' : ''}${uses('CallOptions') ? '  type CallOptions,\n' : ''}${usesInt64 ? `  type ${INT64_TYPE},\n` : ''}${uses('PagePromise') ? '  type PagePromise,\n' : ''}  type OperationSpec,
} from '@apipin/client-runtime';
import { api, operationTable } from './operations.js';
${uses('Schemas') ? `import type * as Schemas from './schemas.js';\n` : ''}${uses('operations') ? `import type { operations } from './types.js';\n` : ''}
`;
}

function emitCreateClient(model: ApiModel): string {
  const schemes = [...model.securitySchemes]
    .filter(([, { kind }]) => kind === 'apiKey')
    .map(([name]) => name);
  const type = schemes.length === 0 ? 'never' : schemes.map(stringLiteral).join(' | ');
  return `
/** How to reach the API, and how calls behave: credentials, time limits, validation, hooks. */
export type ClientOptions = ApiClientOptions<${type}>;

/** Every operation as a method. */
export type Client = Operations;

${docComment([
  `Creates a client for ${model.title} ${model.version}.`,
  '@throws ApiError (from a method) for every answer that is no success; see `isApiError`.',
])}export function createClient(options?: ClientOptions): Client {
  return createApiClient<Operations>(api, operationTable, options);
}

/**
 * Creates a client of some operations, those of \`./operations\` that are given by their names. A program is bundled with no
 * others.
 */
export function createClientWith<Name extends keyof Operations>(
  operations: { readonly [Each in Name]: OperationSpec<Each> },
  options?: ClientOptions,
): Pick<Client, Name> {
  return createApiClient<Pick<Client, Name>>(api, operations, options);
}

/** Whether an error is an answer of the API; with an operation's name, one to that operation, and so of its type. */
export const isApiError: ApiErrorGuard<OperationErrors> = isAnyApiError;
`;
}

function emitInput(operation: Operation, names: NameTable): string[] {
  const properties = emitInputProperties(operation, names);
  if (properties.length === 0) return [];
  const name = names.operation(operation.operationId);
  return [
    `/** What \`${name}\` takes. */\nexport interface ${names.input(operation.operationId)} {\n${properties.join('\n')}\n}\n`,
  ];
}

function emitInputProperties(operation: Operation, names: NameTable): string[] {
  const keys = inputKeys(operation);
  const types = `operations[${stringLiteral(operation.operationId)}]`;
  const parameters = operation.parameters.map((parameter) => {
    const indexed = `NonNullable<${types}['parameters']['${wireLocation(parameter)}']>[${stringLiteral(parameter.name)}]`;
    const named =
      emitType(parameter.schema, names) ??
      (parameter.required ? indexed : `NonNullable<${indexed}>`);
    // Nothing is read from an input, so that it may always be of either type.
    const type = isInt64(parameter.schema) ? `${named} | bigint` : named;
    const comment = docComment([
      parameter.description,
      parameter.deprecated ? '@deprecated' : undefined,
    ]);
    return `${comment}${propertyKey(keys.get(parameter) ?? parameter.name)}${parameter.required ? '' : '?'}: ${type}${parameter.required ? '' : ' | undefined'};`;
  });
  const media = preferredMediaType(operation.requestBody?.content ?? []);
  if (operation.requestBody === undefined || media === undefined) return parameters;
  const indexed = `NonNullable<${types}['requestBody']>['content'][${stringLiteral(media.mediaType)}]`;
  const type = (isJson(media.mediaType) ? emitType(media.schema, names) : undefined) ?? indexed;
  const comment = docComment([operation.requestBody.description]);
  const { required } = operation.requestBody;
  return [
    ...parameters,
    `${comment}body${required ? '' : '?'}: ${type}${required ? '' : ' | undefined'};`,
  ];
}

function emitMethod(operation: Operation, model: ApiModel, names: NameTable): string {
  const { operationId, method, path, summary, description, deprecated } = operation;
  const comment = docComment([
    summary,
    description === summary ? undefined : description,
    `\`${method.toUpperCase()} ${path}\``,
    deprecated ? '@deprecated' : undefined,
  ]);
  const needed =
    operation.parameters.some(({ required }) => required) ||
    operation.requestBody?.required === true;
  const empty = emitInputProperties(operation, names).length === 0;
  const input = empty
    ? 'input?: undefined'
    : `input${needed ? '' : '?'}: ${names.input(operationId)}`;
  return `${comment}${names.operation(operationId)}(${input}, options?: CallOptions): ${emitPromise(operation, model, names)};`;
}

function emitPromise(operation: Operation, model: ApiModel, names: NameTable): string {
  const success = emitSuccessType(operation, names);
  const { paging } = operation.conduct;
  return paging === undefined
    ? `ApiPromise<${success}>`
    : `PagePromise<${success}, ${emitItemType(operation, paging.items, success, model, names)}>`;
}

function emitSuccessType(operation: Operation, names: NameTable): string {
  const successes = operation.responses.filter(({ status }) => status.startsWith('2'));
  const answers =
    successes.length > 0
      ? successes
      : operation.responses.filter(({ status }) => status === 'default');
  return emitBodyTypes(operation, answers, names) || 'undefined';
}

function emitErrorType(operation: Operation, names: NameTable): string {
  const failures = operation.responses.filter(({ status }) => !/^[123]/.test(status));
  return emitBodyTypes(operation, failures, names) || 'unknown';
}

function emitBodyTypes(
  operation: Operation,
  responses: readonly Response[],
  names: NameTable,
): string {
  const types = responses.map((response) => emitBodyType(operation, response, names));
  return [...new Set(types)].join(' | ');
}

function emitBodyType(
  { operationId }: Operation,
  { status, content }: Response,
  names: NameTable,
): string {
  const media = preferredMediaType(content);
  if (media === undefined) return 'undefined';
  if (!isJson(media.mediaType)) return media.mediaType.startsWith('text/') ? 'string' : 'Blob';
  return (
    emitType(media.schema, names) ??
    `operations[${stringLiteral(operationId)}]['responses'][${statusKey(status)}]['content'][${stringLiteral(media.mediaType)}]`
  );
}
