import type { JsonObject, JsonValue } from '@apipin/openapi-model';
import { expect, test } from 'vitest';
import { api, object, operation, ref } from '../../test/boats.ts';
import { diffDocuments } from '../../test/diff-documents.ts';

const text = { type: 'string' };

function giving(schema: JsonValue, components: JsonObject = {}): JsonObject {
  return api({ '/boats': { get: operation('listBoats', { gives: schema }) } }, components);
}

function wireRules(old: JsonObject, current: JsonObject): string[] {
  return diffDocuments(old, current)
    .changes.filter(({ rule }) => !rule.startsWith('component-'))
    .map(({ rule, subject }) => `${rule} ${subject}`);
}

test('a schema is what it says, not what it is called', () => {
  const boat = object({ name: text });
  expect(wireRules(giving(ref('Boat'), { Boat: boat }), giving(boat))).toEqual([]);
  expect(wireRules(giving(boat), giving(ref('Boat'), { Boat: boat }))).toEqual([]);
  expect(
    wireRules(giving(ref('Boat'), { Boat: boat }), giving(ref('Ship'), { Ship: boat })),
  ).toEqual([]);
});

test('another component at the same place is compared with the one that was there', () => {
  const old = giving(ref('Boat'), { Boat: object({ name: text }), Ship: object({ crew: text }) });
  const current = giving(ref('Ship'), {
    Boat: object({ name: text }),
    Ship: object({ crew: text }),
  });
  expect(wireRules(old, current)).toEqual([
    'response-property-removed-optional Ship.name',
    'response-property-added-optional Ship.crew',
  ]);
});

test.each(['oneOf', 'anyOf', 'allOf'])('members of %s may stand in any order', (keyword) => {
  const members = [object({ a: text }), object({ b: text }), object({ c: text })];
  const [old, current] = [members, members.toReversed()].map((list) => giving({ [keyword]: list }));
  expect(wireRules(old as JsonObject, current as JsonObject)).toEqual([]);
});

test('a member that is called otherwise is known by its tag, its constants or its properties', () => {
  const version = (name: string, kind: JsonValue, size: JsonValue): JsonObject =>
    giving(
      { oneOf: [ref('Other'), ref(name)] },
      { [name]: object({ kind, size, name: text }), Other: object({ other: text }) },
    );
  expect(
    wireRules(
      version('Boat', { const: 'boat' }, text),
      version('Ship', { const: 'boat' }, { type: 'integer' }),
    ),
  ).toEqual(['response-property-type-changed Ship.size']);
  expect(
    wireRules(version('Boat', text, text), version('Ship', text, { type: 'integer' })),
  ).toEqual(['response-property-type-changed Ship.size']);
});

test('what is said in one member of allOf may be said in another', () => {
  const [a, b] = [object({ a: text }, ['a']), object({ b: text })];
  const old = giving({ allOf: [ref('A'), b] }, { A: a });
  const current = giving({ allOf: [ref('A'), object({ a: text }, ['a'])] }, { A: b });
  expect(wireRules(old, current)).toEqual([]);
  expect(wireRules(old, giving(object({ a: text, b: text }, ['a'])))).toEqual([]);
});

test('limits in several members of allOf hold together', () => {
  const within = (maximum: number): JsonObject =>
    giving({
      allOf: [
        { type: 'integer', minimum: 1 },
        { type: 'integer', maximum },
      ],
    });
  expect(wireRules(within(5), within(7))).toEqual(['response-body-max-increased listBoats 200']);
});
