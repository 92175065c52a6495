import { isJsonObject, type JsonObject, type JsonValue } from '@apipin/openapi-model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OPPOSITES } from '../../src/rules/rule.ts';
import { RULES, type Change } from '../../src/index.ts';
import { diffDocuments } from '../diff-documents.ts';
import { OPERATION_CASES } from '../operation-cases.ts';
import { SCHEMA_CASES } from '../schema-cases.ts';
import { requestSchemas, sharedSchemas } from '../verdicts/documents.ts';
import { documentPairs, schemaDocuments } from './arbitrary-schemas.ts';
import { requestChanges } from './soundness.ts';

const RUNS = process.env['TEST_LONG'] === undefined ? 100 : 5_000;
const TIMEOUT = 3_600_000;

test(
  'a document does not differ from itself',
  () => {
    fc.assert(
      fc.property(schemaDocuments, ({ root, components }) => {
        const { old } = sharedSchemas(root, root, { oldComponents: components });
        const diff = diffDocuments(old, structuredClone(old));
        expect(diff.changes).toEqual([]);
        expect(diff.bump).toBe('none');
      }),
      { numRuns: RUNS },
    );
  },
  TIMEOUT,
);

test(
  'the order of keys, of enumerated values and of required names means nothing',
  () => {
    fc.assert(
      fc.property(schemaDocuments, fc.integer(), ({ root, components }, seed) => {
        const { old } = sharedSchemas(root, root, { oldComponents: components });
        expect(diffDocuments(old, shuffled(old, seed) as JsonObject).changes).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  },
  TIMEOUT,
);

test(
  'what differs one way differs the other way too',
  () => {
    fc.assert(
      fc.property(documentPairs, ([old, current]) => {
        const there = requestChanges(old, current).length;
        expect(requestChanges(current, old).length > 0).toBe(there > 0);
      }),
      { numRuns: RUNS },
    );
  },
  TIMEOUT,
);

test('each change of one thing is undone by its opposite, at the same subject', () => {
  const pairs = [
    ...OPERATION_CASES,
    ...SCHEMA_CASES.map(([one, other]) => {
      const pair = requestSchemas(one, other, {
        oldComponents: COMPONENTS,
        newComponents: COMPONENTS,
      });
      return [pair.old, pair.new] as const;
    }),
  ];
  for (const [one, other] of pairs) {
    const [there, back] = [diffDocuments(one, other).changes, diffDocuments(other, one).changes];
    if (![...there, ...back].every(isReversible)) continue;
    const found = back.map(({ rule, subject }) => `${rule} ${subject}`).sort();
    expect(found, JSON.stringify([one, other])).toEqual(there.map(oppositeOf).sort());
  }
});

const COMPONENTS = {
  A: { type: 'object', properties: { a: {} } },
  B: { type: 'object', properties: { b: {} } },
};

/**
 * A subject is called as the newer side calls it, and an end is announced while nothing is announced to begin: changes
 * of names and ends have no opposite at the same subject.
 */
function isReversible({ rule }: Change): boolean {
  return !/^operation-(id|announced)|-renamed$|^request-parameter-announced/.test(rule);
}

function oppositeOf({ rule, subject }: Change): string {
  const { id, action } = RULES.get(rule) ?? { id: rule, action: 'changed' as const };
  return `${id.slice(0, -action.length)}${OPPOSITES[action]} ${subject}`;
}

/** Puts into another order whatever may be in any order. */
function shuffled(value: JsonValue, seed: number, keyword = ''): JsonValue {
  if (Array.isArray(value)) {
    const items = value.map((item) => shuffled(item, seed));
    return ['enum', 'required', 'type'].includes(keyword) ? rotated(items, seed) : items;
  }
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, shuffled(inner, seed, name)]);
  return Object.fromEntries(rotated(entries, seed)) as JsonObject;
}

function rotated<Item>(items: Item[], seed: number): Item[] {
  const by = items.length === 0 ? 0 : Math.abs(seed % items.length);
  const turned = [...items.slice(by), ...items.slice(0, by)];
  return seed % 2 === 0 ? turned : turned.reverse();
}
