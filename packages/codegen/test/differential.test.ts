import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JsonObject, JsonValue } from '@apipin/openapi-model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitrarySchema, arbitraryValue } from './arbitrary-schema.ts';
import { documentOf, specOf, validatorsOf } from './generate-from.ts';

/** How many documents, each with schemas that refer to each other; more in the long run. */
const DOCUMENTS = process.env['TEST_LONG'] === undefined ? 3 : 200;
const SCHEMAS_PER_DOCUMENT = 40;
const VALUES_PER_SCHEMA = 60;
const SEED = Number(process.env['TEST_SEED'] ?? 20261122);

const NAMES = Array.from({ length: SCHEMAS_PER_DOCUMENT }, (_, index) => `S${index}`);

/** References lead to later schemas alone: a schema that is applied to the value it came from has no meaning. */
function sampleSchemas(seed: number): JsonObject {
  return Object.fromEntries(
    NAMES.map((name, index) => {
      const later = NAMES.slice(index + 1);
      const arbitrary = arbitrarySchema(later.length > 0 ? later : ['Any']);
      return [
        name,
        fc.sample(arbitrary, { seed: seed * 1000 + index, numRuns: 1 })[0] as JsonValue,
      ];
    }),
  );
}

test.each(Array.from({ length: DOCUMENTS }, (_, index) => SEED + index))(
  'validators, predicates and ajv agree on every value (seed %i)',
  async (seed) => {
    const schemas: JsonObject = { ...sampleSchemas(seed), Any: true };
    const ajv = new Ajv2020({ strict: false, logger: false, ownProperties: true });
    ajv.addSchema({ $id: 'doc', components: { schemas } });
    const validators = await validatorsOf(specOf(documentOf(schemas)));
    const values = fc.sample(arbitraryValue, { seed, numRuns: VALUES_PER_SCHEMA });

    for (const name of NAMES) {
      const judge = ajv.getSchema(`doc#/components/schemas/${name}`);
      for (const value of values) {
        const wanted = judge?.(value);
        const parsed = validators[name]?.schema.safeParse(value);
        const found = { is: validators[name]?.is(value), zod: parsed?.success };
        const about = JSON.stringify({ name, value, schema: schemas[name] });
        expect.soft(found, about).toEqual({ is: wanted, zod: wanted });
        if (parsed?.success === true) expect.soft(parsed.data, about).toEqual(value);
      }
    }
  },
);
