import type { JsonObject, JsonValue } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { emitValidators, type ZodOptions } from '../src/generate.ts';
import { importGenerated, typeErrors } from './compile.ts';
import { accepts, documentOf, specOf, validatorsOf } from './generate-from.ts';

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

function verdictsOf(
  validators: Awaited<ReturnType<typeof validatorsOf>>,
  name: string,
  values: readonly JsonValue[],
): boolean[] {
  return values.map((value) => accepts(validators[name], value));
}

const PETS: JsonObject = {
  Cat: {
    type: 'object',
    required: ['petType'],
    properties: { petType: { type: 'string' }, lives: { type: 'integer' } },
  },
  Dog: {
    type: 'object',
    required: ['petType'],
    properties: { petType: { type: 'string' }, bark: { type: 'boolean' } },
  },
  Hound: { allOf: [ref('Dog'), { type: 'object', properties: { nose: { type: 'string' } } }] },
  Pet: {
    oneOf: [ref('Cat'), ref('Dog'), ref('Hound')],
    discriminator: {
      propertyName: 'petType',
      mapping: { cat: ref('Cat')['$ref'] as string, dog: 'Dog', puppy: 'Dog' },
    },
  },
  Listed: {
    oneOf: [
      { type: 'object', required: ['kind'], properties: { kind: { const: 'a' } } },
      { type: 'object', required: ['kind'], properties: { kind: { enum: ['b', 'c'] } } },
    ],
    discriminator: { propertyName: 'kind' },
  },
};

test('a discriminator selects the member, by the mapping or the name', async () => {
  const validators = await validatorsOf(specOf(documentOf(PETS, '3.0.3')));
  const accepted = [
    { petType: 'cat', lives: 9 },
    { petType: 'Cat', lives: 9 },
    { petType: 'dog', bark: true, lives: 'none' },
    { petType: 'puppy' },
    { petType: 'Hound', nose: 'wet', bark: false },
  ];
  const refused = [
    { petType: 'cat', lives: 'nine' },
    { petType: 'puppy', bark: 'loud' },
    { petType: 'Hound', bark: 'loud' },
    { petType: 'fish' },
    { lives: 9 },
    { petType: 1 },
    [],
  ];
  expect(verdictsOf(validators, 'Pet', accepted)).toEqual(accepted.map(() => true));
  expect(verdictsOf(validators, 'Pet', refused)).toEqual(refused.map(() => false));
  expect(verdictsOf(validators, 'Listed', [{ kind: 'a' }, { kind: 'c' }, { kind: 'd' }])).toEqual([
    true,
    true,
    false,
  ]);
});

const SHAPES: JsonObject = {
  Point: {
    type: 'object',
    properties: { x: { type: 'number' }, label: ref('Label') },
  },
  Label: { type: 'object', properties: { text: { type: 'string' } } },
  Base: { type: 'object', properties: { id: { type: 'string' } } },
  Derived: { allOf: [ref('Base'), { type: 'object', properties: { name: { type: 'string' } } }] },
  Either: { anyOf: [ref('Derived'), { type: 'object', properties: { other: true } }] },
  Tagged: {
    oneOf: [
      { type: 'object', required: ['t'], properties: { t: { const: 'p' }, p: true } },
      { type: 'object', required: ['t'], properties: { t: { const: 'q' }, q: true } },
    ],
  },
  Holder: { type: 'object', properties: { base: ref('Base'), list: { items: ref('Point') } } },
  Map: { type: 'object', additionalProperties: { type: 'number' } },
  Free: { type: 'object' },
  Declared: { type: 'object', properties: { a: true }, additionalProperties: true },
  Not: { not: { type: 'object', properties: { a: { const: 1 } }, required: ['a'] } },
};

const shapes = Promise.all([
  validatorsOf(specOf(documentOf(SHAPES))),
  validatorsOf(specOf(documentOf(SHAPES)), { strict: true }),
]);

test.each<[name: string, known: JsonValue, unknown: JsonValue]>([
  ['Point', { x: 1, label: { text: 'a' } }, { x: 1, y: 2 }],
  ['Point', {}, { label: { text: 'a', size: 1 } }],
  ['Derived', { id: '1', name: 'a' }, { id: '1', name: 'a', more: 1 }],
  ['Either', { id: '1', name: 'a', other: 1 }, { id: '1', some: 1 }],
  ['Tagged', { t: 'p', p: 1 }, { t: 'p', q: 1 }],
  ['Holder', { base: { id: '1' }, list: [{ x: 1 }] }, { base: { id: '1', more: 1 } }],
  ['Holder', { list: [] }, { list: [{ y: 1 }] }],
])('strict: %s knows %j and refuses %j', async (name, known, unknown) => {
  const [open, strict] = await shapes;
  expect(verdictsOf(open, name, [known, unknown])).toEqual([true, true]);
  expect(verdictsOf(strict, name, [known, unknown])).toEqual([true, false]);
});

test('strict leaves alone what is a map, says what further properties are, or negates', async () => {
  const [, strict] = await shapes;
  expect(accepts(strict['Map'], { any: 1 })).toBe(true);
  expect(accepts(strict['Free'], { any: 1 })).toBe(true);
  expect(accepts(strict['Declared'], { a: 1, b: 2 })).toBe(true);
  expect(accepts(strict['Not'], { a: 1, b: 2 })).toBe(false);
});

const ENUMS: JsonObject = {
  Status: { type: 'string', enum: ['OPEN', 'CLOSED'] },
  Maybe: { oneOf: [ref('Status'), { type: 'null' }] },
  Either: { oneOf: [ref('Status'), { enum: ['NEW', 'OLD'] }] },
  Tag: { const: 'a' },
  Mixed: { enum: ['a', 1] },
  Neither: { not: { enum: ['a', 'b'] } },
};

test('open enums take further strings, and report them', async () => {
  const files = emitValidators(specOf(documentOf(ENUMS)).model, { openEnums: true });
  const { components, onUnknownValue } = await importGenerated<{
    components: Awaited<ReturnType<typeof validatorsOf>>;
    onUnknownValue: (hook: (unknown: unknown) => void) => void;
  }>(
    [
      ...files,
      {
        path: 'all.ts',
        contents:
          "export * from './fast.js';\nexport * from './index.js';\nexport { components } from './fast.js';\n",
      },
    ],
    'all.js',
  );
  const seen: unknown[] = [];
  onUnknownValue((unknown) => seen.push(unknown));

  expect(verdictsOf(components, 'Status', ['OPEN', 1, null, {}])).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(verdictsOf(components, 'Maybe', [null, 'OPEN'])).toEqual([true, true]);
  expect(seen).toEqual([]);
  expect(verdictsOf(components, 'Status', ['PAUSED'])).toEqual([true]);
  expect(seen).toContainEqual({
    value: 'PAUSED',
    known: ['CLOSED', 'OPEN'],
    pointer: '/components/schemas/Status',
  });
  expect(verdictsOf(components, 'Maybe', ['PAUSED'])).toEqual([true]);
  expect(verdictsOf(components, 'Either', ['PAUSED', 'NEW', 2])).toEqual([true, true, false]);
  expect(verdictsOf(components, 'Tag', ['b'])).toEqual([false]);
  expect(verdictsOf(components, 'Mixed', ['b'])).toEqual([false]);
  expect(verdictsOf(components, 'Neither', ['a', 'c'])).toEqual([false, true]);
});

test('what all the options give compiles', async () => {
  const { model } = specOf(documentOf({ ...SHAPES, ...ENUMS, ...PETS }));
  const options: ZodOptions[] = [
    {},
    { strict: true },
    { openEnums: true },
    { strict: true, openEnums: true },
  ];
  const files = options.flatMap((each, index) =>
    emitValidators(model, each).map((file) => ({ ...file, path: `${index}/${file.path}` })),
  );
  expect(await typeErrors(files)).toEqual([]);
});
