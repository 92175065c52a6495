import type { JsonObject } from '@apipin/openapi-model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accepts, documentOf, specOf, validatorsOf } from './generate-from.ts';

const SEED = Number(process.env['TEST_SEED'] ?? 20261122);

/** What a keyword asks of an integer, in arithmetic that rounds nothing. */
const KEYWORDS: Readonly<Record<string, (limit: number) => (value: bigint) => boolean>> = {
  minimum: (limit) => (value) => value >= limit,
  maximum: (limit) => (value) => value <= limit,
  exclusiveMinimum: (limit) => (value) => value > limit,
  exclusiveMaximum: (limit) => (value) => value < limit,
  multipleOf: (divisor) => (value) => value % BigInt(divisor) === 0n,
};

const FORMATS: Readonly<Record<string, (value: bigint) => boolean>> = {
  int32: (value) => value >= -(2n ** 31n) && value < 2n ** 31n,
  int64: (value) => value >= -(2n ** 63n) && value < 2n ** 63n,
  double: () => true,
};

interface Subject {
  readonly schema: JsonObject;
  readonly isValid: (value: bigint) => boolean;
}

const LIMITS = [1, 7, 2 ** 31, 2 ** 53 - 1, 2 ** 53, 1e18];

const subjects: readonly Subject[] = ['integer', 'number'].flatMap((type) => [
  { schema: { type }, isValid: () => true },
  ...Object.entries(FORMATS).map(([format, isInRange]): Subject => {
    return { schema: { type, format }, isValid: type === 'integer' ? isInRange : () => true };
  }),
  ...Object.entries(KEYWORDS).flatMap(([keyword, holds]) =>
    LIMITS.map((limit) => ({ schema: { type, [keyword]: limit }, isValid: holds(limit) })),
  ),
]);

/** The integers at which something changes, and what lies between them. */
const integers = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(0n, 7n, 2n ** 31n, 2n ** 53n, 2n ** 63n, 2n ** 64n),
      fc.integer({ min: -2, max: 2 }),
      fc.boolean(),
    )
    .map(([size, step, isNegative]) => (isNegative ? -size : size) + BigInt(step)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.bigInt({ min: -(10n ** 400n), max: 10n ** 400n }),
);

const validators = await validatorsOf(
  specOf(
    documentOf(Object.fromEntries(subjects.map(({ schema }, index) => [`S${index}`, schema]))),
  ),
);

test.each(subjects.map((subject, index) => [JSON.stringify(subject.schema), subject, index]))(
  '%s takes a bigint for the integer that it is, and changes none',
  (_, { isValid }, index) => {
    const validator = validators[`S${index}`];
    fc.assert(
      fc.property(integers, (value) => {
        expect(accepts(validator, value)).toBe(isValid(value));
        const parsed = validator?.schema.safeParse(value);
        if (parsed?.success) expect(parsed.data).toBe(value);
      }),
      { seed: SEED },
    );
  },
);

test('types other than numbers refuse a bigint, and a list of types takes it for a number', async () => {
  const others = ['string', 'boolean', 'object', 'array', 'null'];
  const schemas = {
    ...Object.fromEntries(others.map((type) => [type, { type }])),
    nullable: { type: ['integer', 'null'] },
    bounded: { minimum: 5 },
    long: { minLength: 2 },
  };
  const found = await validatorsOf(specOf(documentOf(schemas)));
  for (const type of others) expect(accepts(found[type], 2n ** 60n), type).toBe(false);
  expect(accepts(found['nullable'], 2n ** 60n)).toBe(true);
  expect(accepts(found['bounded'], 2n ** 60n)).toBe(true);
  expect(accepts(found['bounded'], -(2n ** 60n))).toBe(false);
  expect(accepts(found['long'], 2n ** 60n)).toBe(true);
});
