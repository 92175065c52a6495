import { operations as current } from '@apipin/custom-channels-2026-03-zod';
import { operations as v3 } from '@apipin/custom-channels-v3-zod';
import type { Mapped, OperationMapping } from '@apipin/compat-runtime';
import { NO_ANNOTATIONS } from '@apipin/openapi-model';
import type { MediaType, ObjectSchema, Operation, Schema } from '@apipin/openapi-model';
import type { ZodType } from 'zod';
import { operations, UnmappableValueError } from '../src/index.ts';
import type { Map } from './laws.ts';
import { models } from './specs.ts';
import type { Version } from './specs.ts';

/** A part of an operation's requests or responses that has a description: what is valid there, and how it is mapped. */
export interface OperationPart {
  readonly title: string;
  readonly schema: Readonly<Record<Version, Schema>>;
  readonly validator: Readonly<Record<Version, ZodType>>;
  readonly upgrade: Map;
  readonly downgrade: Map;
}

/** What generated validators say of one operation. */
interface OperationValidator {
  readonly parameters?: { readonly shape: Readonly<Record<string, ZodType>> };
  readonly requestBody?: ZodType;
  readonly responses: Readonly<Record<string, ZodType>>;
}

const validators: Readonly<Record<Version, Readonly<Record<string, OperationValidator>>>> = {
  v3,
  '2026-03': current,
};

type AnyParts = Readonly<Record<string, unknown>>;
type MapParts = (parts: never) => Mapped<AnyParts>;

/** Every operation that is mapped, with all parts that either version describes. */
export const operationParts: readonly (readonly [operationId: string, parts: OperationPart[]])[] =
  Object.entries<OperationMapping>(operations as never).map(([operationId, mapping]) => [
    operationId,
    partsOf(operationId, mapping),
  ]);

function partsOf(operationId: string, mapping: OperationMapping): OperationPart[] {
  const described = { v3: operationOf('v3'), '2026-03': operationOf('2026-03') };
  const { upgradeRequest, downgradeRequest, upgradeResponse, downgradeResponse } = mapping;
  return [
    ...describePart('the query', listsOf, ({ parameters }) => parameters?.shape['query'], {
      upgrade: within('query', upgradeRequest),
      downgrade: within('query', downgradeRequest),
    }),
    ...describePart('the request body', requestSchemaOf, ({ requestBody }) => requestBody, {
      upgrade: within('body', upgradeRequest),
      downgrade: within('body', downgradeRequest),
    }),
    ...statusesOf(described.v3, described['2026-03']).flatMap((status) =>
      describePart(
        `the body of a ${status}`,
        (operation) => responseSchemaOf(operation, status),
        ({ responses }) => responses[status],
        {
          upgrade: within('body', upgradeResponse, { status: exampleOf(status) }),
          downgrade: within('body', downgradeResponse, { status: exampleOf(status) }),
        },
      ),
    ),
  ];

  function operationOf(version: Version): Operation {
    const found = models[version].operations.find((each) => each.operationId === operationId);
    if (found === undefined) throw new RangeError(`${version} has no ${operationId}`);
    return found;
  }

  /** @throws RangeError where one version alone describes the part. */
  function describePart(
    title: string,
    schemaOf: (operation: Operation) => Schema | undefined,
    validatorOf: (validator: OperationValidator) => ZodType | undefined,
    maps: Pick<OperationPart, 'upgrade' | 'downgrade'>,
  ): OperationPart[] {
    const [oldSchema, schema] = [schemaOf(described.v3), schemaOf(described['2026-03'])];
    if (oldSchema === undefined && schema === undefined) return [];
    const [oldValidator, validator] = (['v3', '2026-03'] as const).map((version) => {
      const ofOperation = validators[version][operationId];
      return ofOperation && validatorOf(ofOperation);
    });
    if (!oldSchema || !schema || !oldValidator || !validator) {
      throw new RangeError(`${operationId}: ${title} is not described by both versions`);
    }
    return [
      {
        title,
        schema: { v3: oldSchema, '2026-03': schema },
        validator: { v3: oldValidator, '2026-03': validator },
        ...maps,
      },
    ];
  }
}

/** A function of the whole request or response, as one of a part of it. */
function within(part: string, map: unknown, others: AnyParts = {}): Map {
  const inside = <Located extends { readonly pointer: string }>(located: Located): Located => {
    return { ...located, pointer: located.pointer.slice(`/${part}`.length) };
  };
  return (value) => {
    try {
      const mapped = (map as MapParts)({ ...others, [part]: value } as never);
      return { value: mapped.value[part], losses: mapped.losses.map(inside) };
    } catch (error) {
      if (!(error instanceof UnmappableValueError)) throw error;
      const [first, ...rest] = error.refusals.map(inside);
      throw new UnmappableValueError([first!, ...rest], error);
    }
  };
}

function requestSchemaOf({ requestBody }: Operation): Schema | undefined {
  return jsonSchemaOf(requestBody?.content ?? []);
}

function responseSchemaOf({ responses }: Operation, status: string): Schema | undefined {
  return jsonSchemaOf(responses.find((response) => response.status === status)?.content ?? []);
}

function jsonSchemaOf(content: readonly MediaType[]): Schema | undefined {
  return content.find(({ mediaType }) => mediaType === 'application/json')?.schema;
}

/** The parameters of a query that are lists: on the wire and in JSON, these look the same. */
function listsOf({ parameters, at }: Operation): ObjectSchema | undefined {
  const lists = parameters.filter((each) => each.in === 'query' && each.schema.kind === 'array');
  if (lists.length === 0) return undefined;
  return {
    kind: 'object',
    ...NO_ANNOTATIONS,
    at,
    properties: lists.map(({ name, required, schema }) => ({ name, required, schema, at })),
    requiredNames: [],
    additionalProperties: lists[0]?.schema,
    patternProperties: [],
    propertyNames: undefined,
    minProperties: undefined,
    maxProperties: undefined,
    dependentRequired: new Map(),
  };
}

function statusesOf(...operations: readonly Operation[]): string[] {
  const described = operations.flatMap(({ responses }) =>
    responses.filter(({ content }) => content.length > 0),
  );
  return [...new Set(described.map(({ status }) => status))];
}

/** A status code that the description applies to. */
function exampleOf(status: string): number {
  if (status === 'default') return 500;
  return Number(status.replaceAll('X', '9'));
}
