import { normaliseDocument, type JsonObject } from '@apipin/openapi-model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNameTable, type NameTable } from './names.ts';

function namesFor(schemas: readonly string[], operationIds: readonly string[] = []): NameTable {
  const operation = (operationId: string): JsonObject => ({ operationId, responses: {} });
  const { model } = normaliseDocument({
    root: {
      openapi: '3.1.0',
      info: { title: 'Test', version: '1' },
      paths: Object.fromEntries(
        operationIds.map((id, index) => [`/${index}`, { get: operation(id) }]),
      ),
      components: { schemas: Object.fromEntries(schemas.map((name) => [name, {}])) },
    },
    locate: (pointer) => ({ file: 'test.yaml', pointer, line: 1 }),
  });
  if (model === undefined) throw new Error('not a document');
  return createNameTable(model);
}

function schemaNames(...schemas: string[]): string[] {
  const names = namesFor(schemas);
  return schemas.map((name) =>
    names.schema(`/components/schemas/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

test.each([
  ['Pet', 'Pet'],
  ['pet', 'pet'],
  ['my-pet', 'MyPet'],
  ['a.b/c', 'ABC'],
  ['3d', '_3d'],
  ['größe', 'GrE'],
  ['', '_'],
  ['class', 'class_2'],
  ['Client', 'Client_2'],
  ['Error', 'Error'],
])('the schema %j is called %s', (name, want) => {
  expect(schemaNames(name)).toEqual([want]);
});

test.each([
  ['listPets', 'listPets'],
  ['ListPets', 'listPets'],
  ['issues/list-for-repo', 'issuesListForRepo'],
  ['delete', 'delete_2'],
  ['__proto__', 'proto'],
])('the operation %j is called %s', (id, want) => {
  expect(namesFor([], [id]).operation(id)).toBe(want);
});

test('a name that is an identifier keeps it, whatever else wants it', () => {
  expect(schemaNames('a-pet', 'APet', 'a_pet')).toEqual(['APet_2', 'APet', 'a_pet']);
});

test('an operation gives way to a schema, and both to the input of neither', () => {
  const names = namesFor(['listPets', 'ListPets_2Input'], ['listPets']);
  expect([names.operation('listPets'), names.input('listPets')]).toEqual([
    'listPets_2',
    'ListPets_2Input_2',
  ]);
});

test('every name is a distinct identifier, and no order changes it', () => {
  const anyNames = fc.uniqueArray(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a', 'A', 'a-', 'class', '__proto__', 'x'.repeat(300)),
    ),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(anyNames, fc.infiniteStream(fc.nat()), (schemas, noise) => {
      const wanted = schemaNames(...schemas);
      expect(new Set(wanted).size).toBe(schemas.length);
      for (const name of wanted) expect(name).toMatch(/^[A-Za-z_$][\w$]{0,125}$/);
      const shuffled = schemas
        .map((name) => ({ name, rank: noise.next().value ?? 0 }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ name }) => name);
      const again = schemaNames(...shuffled);
      expect(schemas.map((name) => again[shuffled.indexOf(name)])).toEqual(wanted);
    }),
  );
});
