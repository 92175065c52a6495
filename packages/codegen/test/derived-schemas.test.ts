import { expect, test } from 'vitest';
import * as z from 'zod';
import { emitValidators } from '../src/generate.ts';
import { importGenerated } from './compile.ts';
import { accepts, documentOf, specOf, validatorsOf } from './generate-from.ts';

const SCHEMAS = {
  Pet: {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string' },
      tags: { type: 'array', items: { type: 'object', properties: { text: { type: 'string' } } } },
      by: { type: 'object', additionalProperties: { type: 'number' } },
    },
  },
  Closed: { type: 'object', properties: { name: true }, additionalProperties: false },
};

/** With their guards, as users have them. */
const { Pet, Closed } = await importGenerated<Record<'Pet' | 'Closed', z.ZodObject>>(
  emitValidators(specOf(documentOf(SCHEMAS)).model),
  'index.js',
);

test('what matches is given back as it is, and what it holds as well', () => {
  const pet: unknown = JSON.parse(
    '{"name":"Tom","tags":[{"text":"a","more":1}],"by":{"__proto__":1},"__proto__":{"a":1}}',
  );
  expect(Pet.parse(pet)).toBe(pet);
  expect(Object.keys(Pet.parse(pet))).toContain('__proto__');
});

test('schemas can be extended, picked from and refined', () => {
  expect(Object.keys(Pet.shape)).toEqual(['by', 'name', 'tags']);
  const Extended = Pet.extend({
    born: z.string().transform(Number),
    alive: z.boolean().default(true),
    tags: z.array(z.object({ text: z.string().trim() })).optional(),
  });
  const given = { name: 'Tom', born: '2020', tags: [{ text: ' a ' }], more: 1 };
  expect(Extended.parse(given)).toEqual({
    ...given,
    born: 2020,
    alive: true,
    tags: [{ text: 'a' }],
  });
  expect(given.tags).toEqual([{ text: ' a ' }]);
  expect(Extended.safeParse({ name: 'Tom' }).success).toBe(false);

  expect(Pet.pick({ tags: true }).safeParse({}).success).toBe(true);
  const Named = Pet.refine(({ name }) => name !== '', { path: ['name'] });
  expect(Named.safeParse({ name: '' }).error?.issues).toMatchObject([{ path: ['name'] }]);
});

test('what is checked asynchronously is checked', async () => {
  const Known = Pet.extend({ name: z.string().refine((name) => Promise.resolve(name === 'Tom')) });
  expect((await Known.safeParseAsync({ name: 'Tom', by: { a: 1 } })).success).toBe(true);
  expect((await Known.safeParseAsync({ name: 'Jerry' })).error?.issues).toMatchObject([
    { path: ['name'] },
  ]);
});

test.each([
  [{}, [{ code: 'invalid_type', path: ['name'] }]],
  [[], [{ code: 'invalid_type', path: [], expected: 'object' }]],
  [{ name: 1, by: { a: 'b' } }, [{ path: ['by', 'a'] }, { path: ['name'] }]],
  [
    { name: 'Tom', tags: [{}, { text: 1 }, 2] },
    [{ path: ['tags', 1, 'text'] }, { path: ['tags', 2] }],
  ],
])('issues of %j are where they are', (value, issues) => {
  expect(Pet.safeParse(value).error?.issues).toMatchObject(issues);
});

test('a closed schema names what it does not know, and what it misses', () => {
  const strange: unknown = JSON.parse('{"nam":1,"__proto__":2}');
  expect(Closed.safeParse(strange).error?.issues).toMatchObject([
    { code: 'unrecognized_keys', keys: ['nam', '__proto__'], path: [] },
  ]);
  const Required = Closed.required();
  expect(Required.safeParse({}).error?.issues).toMatchObject([{ path: ['name'] }]);
});

test('further properties are held to enumerated values of any kind', async () => {
  const rest = { properties: { a: true }, additionalProperties: { enum: [['c'], null] } };
  const { Rest } = await validatorsOf(specOf(documentOf({ Rest: { type: 'object', ...rest } })));
  expect([{ b: null }, { b: ['c'] }, { b: 'c' }].map((value) => accepts(Rest, value))).toEqual([
    true,
    true,
    false,
  ]);
});
