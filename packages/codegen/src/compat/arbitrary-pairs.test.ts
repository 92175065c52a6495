import type { JsonObject, JsonValue } from '@apipin/openapi-model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitrarySchema, arbitraryValue } from '../../test/arbitrary-schema.ts';
import { importGenerated } from '../../test/compile.ts';
import { documentOf, specOf, validatorsOf } from '../../test/generate-from.ts';
import { emitCompat } from './generate-compat.ts';
import { createSameMeaning } from './same-meaning.ts';

/** How many pairs of documents, each with schemas that refer to each other; more in the long run. */
const PAIRS = process.env['TEST_LONG'] === undefined ? 4 : 200;
const SEED = Number(process.env['TEST_SEED'] ?? 20261122);
const NAMES = Array.from({ length: 30 }, (_, index) => `S${index}`);
/** Keywords whose numbers may be others. */
const LIMIT = /^(min|max|exclusive)[A-Z]|^(minimum|maximum|multipleOf)$/;
const PACKAGES = { old: '../old/index.js', current: '../current/index.js', rules: '../rules.js' };

interface Pair {
  readonly seed: number;
  readonly old: JsonObject;
  readonly current: JsonObject;
}

const pairs = Array.from({ length: PAIRS }, (_, index): Pair => {
  const seed = SEED + index;
  const old = sampleSchemas(seed);
  return { seed, old, current: { ...changeSome(old, seed), Any: true } };
});

/** References lead to later schemas alone: a schema that is applied to the value it came from has no meaning. */
function sampleSchemas(seed: number): JsonObject {
  const schemas = NAMES.map((name, index) => {
    const later = [...NAMES.slice(index + 1), 'Any'];
    return [name, fc.sample(arbitrarySchema(later), { seed: seed * 1000 + index, numRuns: 1 })[0]];
  });
  return { ...(Object.fromEntries(schemas) as JsonObject), Any: true };
}

/** All schemas in another order; half of them with another limit somewhere inside. */
function changeSome(schemas: JsonObject, seed: number): JsonObject {
  const choices = fc.sample(fc.tuple(fc.boolean(), fc.nat(), fc.integer({ min: 1, max: 3 })), {
    seed,
    numRuns: NAMES.length,
  });
  return Object.fromEntries(
    NAMES.map((name, index): [string, JsonValue] => {
      const [isChanged, which, limit] = choices[index]!;
      const reordered = reverseKeys(schemas[name] as JsonValue);
      const limits = countLimits(reordered);
      const skipped = isChanged && limits > 0 ? which % limits : limits;
      return [name, changeLimit(reordered, skipped, limit)];
    }),
  );
}

function countLimits(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((count, [name, child]) => {
    return count + (typeof child === 'number' && LIMIT.test(name) ? 1 : countLimits(child));
  }, 0);
}

/** Changes one limit, after so many others. */
function changeLimit(value: JsonValue, skipped: number, limit: number): JsonValue {
  let left = skipped;
  return JSON.parse(
    JSON.stringify(value, (name, child: unknown) => {
      if (typeof child !== 'number' || !LIMIT.test(name)) return child;
      left -= 1;
      return left === -1 ? limit : child;
    }),
  ) as JsonValue;
}

function reverseKeys(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, child]) => [name, reverseKeys(child)]);
  return Object.fromEntries(entries.toReversed()) as JsonObject;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

test.each(pairs)(
  'schemas of the same meaning accept the same values (seed $seed)',
  async (pair) => {
    const [old, current] = [specOf(documentOf(pair.old)), specOf(documentOf(pair.current))];
    const isSame = createSameMeaning(old.model, current.model);
    const [oldJudge, currentJudge] = [await validatorsOf(old), await validatorsOf(current)];
    const values = fc.sample(arbitraryValue, { seed: pair.seed, numRuns: 60 });

    const same = NAMES.filter((name) => {
      const pointer = `/components/schemas/${name}`;
      return isSame(
        old.model.schemas.get(pointer)!.schema,
        current.model.schemas.get(pointer)!.schema,
      );
    });

    expect(same.length).toBeGreaterThan(0);
    for (const name of same) {
      for (const value of values) {
        const about = JSON.stringify({
          name,
          value,
          old: pair.old[name],
          current: pair.current[name],
        });
        expect.soft(oldJudge[name]!.is(value), about).toBe(currentJudge[name]!.is(value));
      }
    }
  },
);

test.each(pairs)(
  'with rules that keep, every value is the same object (seed $seed)',
  async (pair) => {
    const [old, current] = [pair.old, pair.current].map(
      (schemas) => specOf(answering(schemas)).model,
    );
    const files = emitCompat(old!, current!, PACKAGES).map(({ path, contents }) => ({
      path: `compat/${path}`,
      contents,
    }));
    const rules = {
      path: 'rules.ts',
      contents: `const keep = (value) => value;
const rule = { class: 'iso', upgrade: keep, downgrade: keep };
export const rules = Object.fromEntries(${JSON.stringify(idsOf(files[0]!.contents))}.map((id) => [id, rule]));
`,
    };
    const { operations } = await importGenerated<{ operations: Record<string, Operation> }>(
      [...files, rules],
      'compat/index.js',
    );

    for (const name of NAMES) {
      for (const body of fc.sample(arbitraryValue, { seed: pair.seed, numRuns: 60 })) {
        const { value, losses } = operations[name]!.upgradeResponse({ status: 200, body });
        expect(value.body).toBe(body);
        expect(losses).toEqual([]);
      }
    }
  },
);

interface Operation {
  upgradeResponse(response: object): {
    readonly value: { readonly body: unknown };
    readonly losses: readonly unknown[];
  };
}

/** A document with an operation for each schema, which answers with values of it. */
function answering(schemas: JsonObject): JsonObject {
  const paths = NAMES.map((name) => {
    const schema = { $ref: `#/components/schemas/${name}` };
    const responses = { '200': { description: '', content: { 'application/json': { schema } } } };
    return [`/${name}`, { get: { operationId: name, responses } }];
  });
  return { ...documentOf(schemas), paths: Object.fromEntries(paths) as JsonObject };
}

function idsOf(changes: string): string[] {
  return Array.from(changes.matchAll(/^(".*"|[\w$]+): \{ old: /gm), ([, key = '']) =>
    key.startsWith('"') ? (JSON.parse(key) as string) : key,
  );
}
