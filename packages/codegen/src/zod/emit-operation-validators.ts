import type {
  ApiModel,
  MediaType,
  Operation,
  Parameter,
  ParameterLocation,
  Schema,
} from '@apipin/openapi-model';
import { isJson, preferredMediaType } from '../media-types.ts';
import type { NameTable } from '../names.ts';
import { docComment, statusKey } from '../source-text.ts';
import { emitSchema } from './emit-schema.ts';
import { emitObject } from './emit-object.ts';
import type { ZodContext } from './zod-context.ts';

const LOCATIONS: readonly ParameterLocation[] = ['query', 'header', 'path', 'cookie'];

/** Emits, for each operation, the validators of its parameters, JSON request body and JSON responses. */
export function emitOperationValidators(
  model: ApiModel,
  names: NameTable,
  context: ZodContext,
): string[] {
  return model.operations.map((operation) => {
    const comment = docComment([
      operation.summary,
      `\`${operation.method.toUpperCase()} ${operation.path}\``,
    ]);
    return `${comment}export const ${names.operation(operation.operationId)} = ${emitValidators(operation, context)};\n`;
  });
}

function emitValidators(operation: Operation, context: ZodContext): string {
  const { parameters, requestBody } = operation;
  const body = jsonOf(requestBody?.content ?? []);
  const responses = operation.responses.flatMap(({ status, content }) => {
    const media = jsonOf(content);
    // Without an entry of its own, an empty success would be held to `default`.
    if (content.length === 0) return [`${statusKey(status)}: z.undefined(),`];
    return media === undefined
      ? []
      : [`${statusKey(status)}: ${emitSchema(media.schema, context).code},`];
  });
  const members = [
    parameters.length === 0 ? [] : [`parameters: ${emitParameters(parameters, context)},`],
    body === undefined
      ? []
      : [
          `requestBody: ${emitSchema(body.schema, context).code}${requestBody?.required === true ? '' : '.optional()'},`,
        ],
    responses.length === 0 ? [`responses: {},`] : ['responses: {', ...responses, '},'],
  ];
  return `{\n${members.flat().join('\n')}\n}`;
}

function jsonOf(content: readonly MediaType[]): MediaType | undefined {
  const preferred = preferredMediaType(content);
  return preferred !== undefined && isJson(preferred.mediaType) ? preferred : undefined;
}

function emitParameters(parameters: readonly Parameter[], context: ZodContext): string {
  const groups = LOCATIONS.flatMap((location) => {
    const group = parameters.filter((parameter) => parameter.in === location);
    if (group.length === 0) return [];
    const optional = group.some(({ required }) => required) ? '' : '.exactOptional()';
    return [`${location}: ${emitGroup(group, context)}${optional},`];
  });
  return `z.looseObject({\n${groups.join('\n')}\n})`;
}

/** The parameters of one location as the object they form. */
function emitGroup(parameters: readonly Parameter[], context: ZodContext): string {
  const [first] = parameters;
  if (first === undefined) return '';
  const group: Schema = {
    kind: 'object',
    title: undefined,
    description: undefined,
    deprecated: false,
    readOnly: false,
    writeOnly: false,
    default: undefined,
    at: first.at,
    properties: parameters.map(({ name, required, schema, at }) => ({
      name,
      required,
      schema,
      at,
    })),
    requiredNames: [],
    additionalProperties: undefined,
    patternProperties: [],
    propertyNames: undefined,
    minProperties: undefined,
    maxProperties: undefined,
    dependentRequired: new Map(),
  };
  return emitObject(group, context, emitSchema).code;
}
