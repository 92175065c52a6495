import {
  NO_ANNOTATIONS,
  type MediaType,
  type ObjectSchema,
  type Operation,
  type ParameterLocation,
  type Property,
  type Schema,
} from '@apipin/openapi-model';
import { isJson, preferredMediaType } from './media-types.ts';

/** What the validators of an operation check: everything that is JSON, or becomes text by rules of OpenAPI. */
export interface OperationSchemas {
  /** An object with an object for each location, as openapi-typescript has it. */
  readonly parameters: Schema | undefined;
  readonly requestBody: RequestBodySchema | undefined;
  /** By status; `undefined` for an answer without a body. */
  readonly responses: readonly (readonly [status: string, schema: Schema | undefined])[];
}

export interface RequestBodySchema {
  readonly schema: Schema;
  readonly required: boolean;
}

const LOCATIONS: readonly ParameterLocation[] = ['query', 'header', 'path', 'cookie'];

/** Collects the schemas of an operation. */
export function operationSchemas(operation: Operation): OperationSchemas {
  const { requestBody, responses } = operation;
  const body = jsonOf(requestBody?.content ?? []);
  return {
    parameters: parametersSchema(operation),
    requestBody: body && { schema: body.schema, required: requestBody?.required === true },
    responses: responses.flatMap(({ status, content }): [string, Schema | undefined][] => {
      if (content.length === 0) return [[status, undefined]];
      const media = jsonOf(content);
      return media === undefined ? [] : [[status, media.schema]];
    }),
  };
}

function jsonOf(content: readonly MediaType[]): MediaType | undefined {
  const preferred = preferredMediaType(content);
  return preferred !== undefined && isJson(preferred.mediaType) ? preferred : undefined;
}

function parametersSchema({ parameters, at }: Operation): Schema | undefined {
  if (parameters.length === 0) return undefined;
  const groups = LOCATIONS.flatMap((location): Property[] => {
    const group = parameters.filter((parameter) => parameter.in === location);
    if (group.length === 0) return [];
    const required = group.some((parameter) => parameter.required);
    return [{ name: location, required, schema: objectOf(group, at), at }];
  });
  return objectOf(groups, at);
}

function objectOf(properties: readonly Property[], at: Schema['at']): ObjectSchema {
  return {
    kind: 'object',
    ...NO_ANNOTATIONS,
    at,
    properties: properties.map(({ name, required, schema }) => ({ name, required, schema, at })),
    requiredNames: [],
    additionalProperties: undefined,
    patternProperties: [],
    propertyNames: undefined,
    minProperties: undefined,
    maxProperties: undefined,
    dependentRequired: new Map(),
  };
}
