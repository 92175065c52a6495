import type { JsonObject } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { renameParts } from './rename-parts.ts';

function renameSchema(root: JsonObject, from: string, to: string): JsonObject {
  return renameParts(root, { components: new Map([['schemas', new Map([[from, to]])]]) });
}

test('references are renamed where they are references, and text is left alone', () => {
  const ref = { $ref: '#/components/schemas/Pet' };
  const data = {
    properties: { $ref: { type: 'string' }, pet: ref },
    enum: [ref, 'Pet'],
    const: ref,
    default: ref,
    example: ref,
    examples: [ref],
    'x-ref': ref,
    $dynamicRef: '#Pet',
    description: '#/components/schemas/Pet',
  };
  const root: JsonObject = {
    components: {
      schemas: { Pet: {}, Data: data },
      examples: { Pet: { value: ref } },
      responses: { Pet: { content: { 'application/json': { schema: ref, example: ref } } } },
    },
  };
  const renamed = { $ref: '#/components/schemas/Animal' };
  expect(renameSchema(root, 'Pet', 'Animal')).toEqual({
    components: {
      schemas: {
        Animal: {},
        Data: { ...data, properties: { ...data.properties, pet: renamed } },
      },
      examples: { Pet: { value: ref } },
      responses: { Pet: { content: { 'application/json': { schema: renamed, example: ref } } } },
    },
  });
});

test.each([
  ['Pet', '#/components/schemas/Pet/properties/a~1b', '#/components/schemas/Dog/properties/a~1b'],
  ['a/b', '#/components/schemas/a~1b', '#/components/schemas/Dog'],
  ['a~b', '#/components/schemas/a~0b', '#/components/schemas/Dog'],
  ['a b', '#/components/schemas/a%20b', '#/components/schemas/Dog'],
  ['100%', '#/components/schemas/100%25', '#/components/schemas/Dog'],
  ['__proto__', '#/components/schemas/__proto__', '#/components/schemas/Dog'],
  ['Pet', 'other.yaml#/components/schemas/Pet', 'other.yaml#/components/schemas/Pet'],
  ['Pet', '#/components/responses/Pet', '#/components/responses/Pet'],
  ['Pet', '#/components/schemas/%', '#/components/schemas/%'],
])('a schema called %j: %s becomes %s', (name, from, to) => {
  const root = (key: string, $ref: string): JsonObject => ({
    components: {
      schemas: Object.fromEntries([
        [key, {}],
        ['User', { $ref }],
      ]),
    },
  });
  const renamed = renameSchema(root(name, from), name, 'Dog');
  expect(JSON.stringify(renamed)).toBe(JSON.stringify(root('Dog', to)));
});

test('a hostile name is encoded as a pointer in a URI', () => {
  const root: JsonObject = {
    components: { schemas: { Pet: { $ref: '#/components/schemas/Pet' } } },
  };
  expect(renameSchema(root, 'Pet', 'a/b~c%d #')).toEqual({
    components: { schemas: { 'a/b~c%d #': { $ref: '#/components/schemas/a~1b~0c%25d%20%23' } } },
  });
});

test('references below an $id are relative to it', () => {
  const root: JsonObject = {
    components: {
      schemas: {
        Pet: {},
        Own: { $id: 'https://example.com/own', items: { $ref: '#/components/schemas/Pet' } },
      },
    },
  };
  expect(renameSchema(root, 'Pet', 'Dog')).toMatchObject({
    components: { schemas: { Own: { items: { $ref: '#/components/schemas/Pet' } } } },
  });
});

test('mappings are renamed, be they names or references', () => {
  const union = (name: string): JsonObject => ({
    oneOf: [{ $ref: `#/components/schemas/${name}` }],
    discriminator: {
      propertyName: 'kind',
      mapping: { cat: name, lion: `#/components/schemas/${name}` },
    },
  });
  const root: JsonObject = { components: { schemas: { Cat: {}, Pet: union('Cat') } } };
  expect(renameSchema(root, 'Cat', 'Feline')).toEqual({
    components: { schemas: { Feline: {}, Pet: union('Feline') } },
  });
});

test('a name that is the value of a discriminator stays the value', () => {
  const variants = [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }];
  const root: JsonObject = {
    components: {
      schemas: {
        Cat: {},
        Dog: {},
        Pet: { oneOf: variants, discriminator: { propertyName: 'kind', mapping: { dog: 'Dog' } } },
      },
    },
  };
  expect(renameSchema(root, 'Cat', 'Feline')).toMatchObject({
    components: {
      schemas: {
        Pet: {
          oneOf: [{ $ref: '#/components/schemas/Feline' }, variants[1]],
          discriminator: { mapping: { dog: 'Dog', Cat: '#/components/schemas/Feline' } },
        },
      },
    },
  });
  // The mapping says which value selects it, so its name does not.
  expect(renameSchema(root, 'Dog', 'Canine')).toMatchObject({
    components: { schemas: { Pet: { discriminator: { mapping: { dog: 'Canine' } } } } },
  });
});

test('schemas that build on one with a discriminator are selected by their names, too', () => {
  const base = { type: 'object', discriminator: { propertyName: 'kind' } };
  const on = (name: string): JsonObject => ({ allOf: [{ $ref: `#/components/schemas/${name}` }] });
  const root: JsonObject = {
    components: { schemas: { Pet: base, Cat: on('Pet'), Lion: on('Cat'), Other: {} } },
  };
  const mappingAfter = (from: string, to: string): unknown =>
    Object.values(renameSchema(root, from, to)['components'] as JsonObject)[0];
  expect(mappingAfter('Lion', 'King')).toMatchObject({
    Pet: { discriminator: { mapping: { Lion: '#/components/schemas/King' } } },
  });
  expect(mappingAfter('Pet', 'Animal')).toMatchObject({
    Animal: { discriminator: { mapping: { Pet: '#/components/schemas/Animal' } } },
  });
  expect(mappingAfter('Other', 'Else')).toMatchObject({ Pet: base });
});

test('keys keep their order, and what is unchanged is the same object', () => {
  const untouched = { type: 'string' };
  const root: JsonObject = { components: { schemas: { B: untouched, A: {}, C: {} } } };
  const renamed = renameSchema(root, 'A', 'Z');
  const { schemas } = renamed['components'] as { schemas: JsonObject };
  expect(Object.keys(schemas)).toEqual(['B', 'Z', 'C']);
  expect(schemas['B']).toBe(untouched);
  expect(renameSchema(root, 'Missing', 'Z')).toBe(root);
});
