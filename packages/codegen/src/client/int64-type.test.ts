import type { JsonObject } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { typeErrors } from '../../test/compile.ts';
import { documentOf, generateFrom } from '../../test/generate-from.ts';

const INT64: JsonObject = { type: 'integer', format: 'int64' };

const DOCUMENT: JsonObject = {
  ...documentOf({
    // The spec may call anything by the name that the type has.
    Int64: { type: 'object', properties: { Int64: { type: 'string' } } },
    Id: INT64,
    Record: {
      type: 'object',
      required: ['id', 'nullable', 'byName', 'list', 'count'],
      properties: {
        id: { $ref: '#/components/schemas/Id' },
        nullable: { type: ['integer', 'null'], format: 'int64' },
        byName: { type: 'object', additionalProperties: INT64 },
        list: { type: 'array', items: INT64 },
        count: { type: 'integer', format: 'int32' },
      },
    },
  }),
  paths: {
    '/records/{id}': {
      parameters: [
        { name: 'id', in: 'path', required: true, schema: INT64 },
        { name: 'Int64', in: 'query', schema: { $ref: '#/components/schemas/Int64' } },
      ],
      get: {
        operationId: 'getRecord',
        responses: {
          '200': {
            description: 'A record',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Record' } } },
          },
        },
      },
    },
  },
};

/** A module that only compiles where integers of format `int64` have the type `type`. */
function usesOf(type: string): string {
  return `import { createClient, type Record } from './index.js';
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export const same: Same<
  Record,
  { id: ${type}; nullable: ${type} | null; byName: { [key: string]: ${type} }; list: (${type})[]; count: number }
> = true;
export const byNumber: Promise<Record> = createClient().getRecord({ id: 1 });
export const byBigint: Promise<Record> = createClient().getRecord({ id: 1n });
// @ts-expect-error TS2322: a boolean is no integer
createClient().getRecord({ id: true });
`;
}

async function errorsOf(use: string): Promise<string[]> {
  const { client } = await generateFrom(DOCUMENT);
  return typeErrors([...client, { path: 'use.ts', contents: use }]);
}

test('an int64 is a number, and a parameter takes a bigint too', async () => {
  expect(await errorsOf(usesOf('number'))).toEqual([]);
});

test.each(['bigint', 'string'])('an int64 is also a %s where that is registered', async (form) => {
  const registration = `declare module '@apipin/client-runtime' {
  interface Register { int64: '${form}' }
}
createClient({ int64: '${form}' });
// @ts-expect-error TS2322: another form is registered
createClient({ int64: '${form === 'bigint' ? 'string' : 'bigint'}' });
`;
  expect(await errorsOf(usesOf(`number | ${form}`) + registration)).toEqual([]);
});

test('a client without such integers does not mention them', async () => {
  const { client } = await generateFrom(documentOf({ Int64: { type: 'integer' } }));
  const text = client.map(({ contents }) => contents).join('\n');
  expect(text).not.toMatch(/import[^;]*\bInt64\b/);
});
