import type { OperationValidator } from '@apipin/client-runtime';
import { webhooks as webhooks2026 } from '@apipin/custom-channels-2026-03-zod';
import { webhooks as webhooksV3 } from '@apipin/custom-channels-v3-zod';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { default as formats } from 'ajv-formats';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from './json.ts';
import { mutations, type Mutation } from './mutations.ts';
import { operationsOf, readSpec, webhooksOf, type SpecBody, type SpecOperation } from './spec.ts';
import { versions, type Version } from './versions.ts';

type Validator = NonNullable<OperationValidator['requestBody']>;

/** A body that a spec describes, and the generated validator for it. */
interface Subject {
  readonly title: string;
  readonly body: SpecBody;
  readonly validator: Validator;
}

test.each(versions)(
  '$id: the validators accept every example and return it as it is',
  (version) => {
    const wrong = subjectsOf(version).flatMap(({ title, body, validator }) =>
      body.examples
        .filter(({ value }) => !isDeepStrictEqual(outputOf(validator, value), { value }))
        .map(({ name }) => `${title} ${name}`),
    );
    expect(wrong).toEqual([]);
  },
);

test.each(versions)('$id: the validators accept the examples of all parameters', (version) => {
  for (const { operationId, parameters } of operationsOf(readSpec(version.id))) {
    const validator = version.validators[operationId]?.parameters;
    if (validator === undefined) throw new Error(`${operationId} has no validator of parameters`);
    const value = {
      path: examplesIn(parameters, 'path'),
      query: examplesIn(parameters, 'query'),
    };
    expect(outputOf(validator, value), operationId).toEqual({ value });
  }
});

test.each(versions)(
  '$id: the validators and Ajv agree on every value that differs from an example in one place',
  (version) => {
    const ajv = createAjv(version);
    const refused = new Map<Mutation['kind'], number>();
    const accepted = new Map<Mutation['kind'], number>();
    const disagreements: string[] = [];
    for (const { title, body, validator } of subjectsOf(version)) {
      const isValid = ajv.compile({ $ref: `${version.id}#${body.schema}` });
      for (const { name, value: example } of body.examples) {
        for (const { kind, value } of mutations(example)) {
          const output = outputOf(validator, value);
          const tally = output === undefined ? refused : accepted;
          tally.set(kind, (tally.get(kind) ?? 0) + 1);
          const expected = isValid(value) ? { value } : undefined;
          if (!isDeepStrictEqual(output, expected))
            disagreements.push(`${title} ${name}: ${kind}: ${JSON.stringify(value)}`);
        }
      }
    }
    expect(disagreements).toEqual([]);
    // So that agreement is about something: each of these is refused somewhere, and new properties are accepted.
    for (const kind of ['dropped property', 'other number', 'other string', 'other type'] as const)
      expect(refused.get(kind), kind).toBeGreaterThan(5);
    expect(accepted.get('unknown property')).toBeGreaterThan(100);
  },
);

/** Every request, response and webhook body of a version. */
function subjectsOf({ id, validators }: Version): Subject[] {
  const spec = readSpec(id);
  const webhookValidators: Readonly<Record<string, Validator>> =
    id === 'v3' ? webhooksV3 : webhooks2026;
  return [
    ...operationsOf(spec).flatMap((operation) =>
      bodiesOf(operation, validators[operation.operationId]),
    ),
    ...webhooksOf(spec).map(({ name, body }) =>
      subjectOf(`webhook ${name}`, body, webhookValidators[name]),
    ),
  ];
}

function bodiesOf(
  { operationId, requestBody, responses }: SpecOperation,
  validator: OperationValidator | undefined,
): Subject[] {
  const bodies = [
    { part: 'request', body: requestBody, validator: validator?.requestBody },
    ...responses.map(({ status, body }) => ({
      part: status,
      body,
      validator: validator?.responses?.[status],
    })),
  ];
  return bodies.flatMap(({ part, body, validator }) => {
    return body === undefined ? [] : [subjectOf(`${operationId} ${part}`, body, validator)];
  });
}

function subjectOf(title: string, body: SpecBody, validator: Validator | undefined): Subject {
  if (validator === undefined) throw new Error(`${title} has no validator`);
  if (body.examples.length === 0) throw new Error(`${title} has no example`);
  return { title, body, validator };
}

/** What a validator makes of a value, `undefined` where it refuses. */
function outputOf(validator: Validator, value: unknown): { value: unknown } | undefined {
  const result = validator['~standard'].validate(value);
  if (result instanceof Promise) throw new TypeError('generated validators are synchronous');
  return result.issues === undefined ? { value: result.value } : undefined;
}

function createAjv({ id }: Version): Ajv2020 {
  // Not strict: a spec has keywords of OpenAPI beside those of JSON Schema.
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  return ajv.addSchema({ $id: id, ...(readSpec(id) as JsonObject) });
}

function examplesIn(
  parameters: SpecOperation['parameters'],
  place: 'path' | 'query',
): Record<string, Json | undefined> {
  return Object.fromEntries(
    parameters.flatMap(({ name, in: where, example }) =>
      where === place && example !== undefined ? [[name, example]] : [],
    ),
  );
}
