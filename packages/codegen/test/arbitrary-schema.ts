import type { JsonObject, JsonValue } from '@apipin/openapi-model';
import fc from 'fast-check';

/**
 * Few names, so that keywords meet each other; one that every object inherits.
 *
 * Left out, since ajv gives other verdicts on it than JSON Schema does: the names `toString`, `valueOf`, `constructor`
 * and `__proto__`; decimals in `multipleOf`, and numbers far beyond 2^53; `maxContains`; and `minContains: 0` beside
 * `unevaluatedItems`. No judge stands beside our own examples there.
 */
const NAMES = ['a', 'b', 'c', 'ab', 'hasOwnProperty'];
const PATTERNS = ['^a', 'b$', '^.$', '/', '^\\p{Ll}+$'];

const name = fc.constantFrom(...NAMES);
const count = fc.nat({ max: 3 });
const number = fc.constantFrom(-2, -1, 0, 0.5, 1, 1.0, 1.5, 2, 3, 6, 2 ** 53);
const string = fc.constantFrom('', 'a', 'b', 'ab', 'abc', '😀', 'a/b', 'É', ...NAMES);

/** Any JSON value, small, and often one that a schema of {@link arbitrarySchema} has something to say about. */
export const arbitraryValue: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    number,
    string,
    fc.array(tie('value'), { maxLength: 4 }),
    objectOf(tie('value')),
  ),
})).value;

/** An object with own properties. */
function objectOf(value: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonObject> {
  return fc
    .uniqueArray(fc.tuple(name, value), { maxLength: 4, selector: ([key]) => key })
    .map((entries) => Object.fromEntries(entries));
}

function list<Value>(item: fc.Arbitrary<Value>, minLength = 0): fc.Arbitrary<Value[]> {
  return fc.array(item, { minLength, maxLength: 3 });
}

/** A schema of JSON Schema 2020-12 that uses any mixture of its keywords, references among `components` included. */
export function arbitrarySchema(components: readonly string[]): fc.Arbitrary<JsonValue> {
  return fc.letrec<{ schema: JsonValue; object: JsonObject }>((tie) => {
    const schema = tie('schema');
    const typed = fc.oneof(
      fc.record({
        type: fc.constantFrom('null', 'boolean', 'string', 'number', 'integer', 'array', 'object'),
      }),
      fc.record({
        type: fc.uniqueArray(fc.constantFrom('null', 'string', 'integer', 'array', 'object'), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
      fc.constant({}),
    );
    const keyword: fc.Arbitrary<JsonObject> = fc.oneof(
      fc.record({
        enum: fc.uniqueArray(arbitraryValue, {
          minLength: 1,
          maxLength: 3,
          selector: (value) => JSON.stringify(value),
        }),
      }),
      fc.record({ const: arbitraryValue }),
      fc.record({ minLength: count }),
      fc.record({ maxLength: count }),
      fc.record({ pattern: fc.constantFrom(...PATTERNS) }),
      fc.record({ minimum: number }),
      fc.record({ exclusiveMaximum: number }),
      fc.record({ multipleOf: fc.constantFrom(1, 2, 0.5) }),
      fc.record({ minItems: count }),
      fc.record({ maxItems: count }),
      fc.record({ uniqueItems: fc.boolean() }),
      fc.record({ items: schema }),
      fc.record({ prefixItems: list(schema, 1) }),
      fc.record({ contains: schema, minContains: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ properties: objectOf(schema) }),
      fc.record({ required: fc.uniqueArray(name, { maxLength: 2 }) }),
      fc.record({ properties: objectOf(schema), required: fc.uniqueArray(name, { maxLength: 2 }) }),
      fc.record({ additionalProperties: schema }),
      fc.record({ properties: objectOf(schema), additionalProperties: schema }),
      fc.record({
        patternProperties: fc.dictionary(fc.constantFrom(...PATTERNS), schema, { maxKeys: 2 }),
      }),
      fc.record({ propertyNames: schema }),
      fc.record({ minProperties: count }),
      fc.record({ maxProperties: count }),
      fc.record({
        dependentRequired: fc
          .uniqueArray(fc.tuple(name, list(name)), { maxLength: 2, selector: ([key]) => key })
          .map((entries) =>
            Object.fromEntries(entries.map(([key, names]) => [key, [...new Set(names)]])),
          ),
      }),
      fc.record({ dependentSchemas: objectOf(schema) }),
      fc.record({ allOf: list(schema, 1) }),
      fc.record({ anyOf: list(schema, 1) }),
      fc.record({ oneOf: list(schema, 1) }),
      fc.record({ not: schema }),
      fc.tuple(schema, schema).map(([condition, consequent]) =>
        Object.fromEntries([
          ['if', condition],
          ['then', consequent],
        ]),
      ),
      fc.record({ if: schema, else: schema }),
      fc.record({ unevaluatedProperties: schema }),
      fc.record({ unevaluatedItems: schema }),
      fc
        .constantFrom(...components)
        .map((component) => ({ $ref: `#/components/schemas/${component}` })),
    );
    return {
      schema: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { arbitrary: fc.boolean(), weight: 1 },
        { arbitrary: tie('object'), weight: 9 },
      ),
      object: fc
        .tuple(typed, list(keyword))
        .map(([type, keywords]): JsonObject => Object.assign({}, type, ...keywords)),
    };
  }).schema;
}
