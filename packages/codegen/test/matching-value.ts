import type { JsonObject, JsonValue, ObjectSchema, Schema } from '@apipin/openapi-model';
import fc from 'fast-check';
import { arbitraryValue } from './arbitrary-schema.ts';

type Schemas = ReadonlyMap<string, Schema>;

/** How deep values follow a schema that refers to itself. */
const DEPTH = 5;

/** Values that are made after `schema`, so that many of them match, and others of them with one place changed. */
export function matchingValue(schema: Schema, schemas: Schemas): fc.Arbitrary<JsonValue> {
  const matching = valueFor(schema, schemas, DEPTH);
  const changed = fc
    .tuple(matching, fc.array(fc.nat()), fc.option(arbitraryValue, { freq: 4, nil: undefined }))
    .map(([value, path, replacement]) => changeAt(value, path, replacement));
  return fc.oneof(matching, changed);
}

function valueFor(schema: Schema, schemas: Schemas, depth: number): fc.Arbitrary<JsonValue> {
  const inside = (child: Schema | undefined): fc.Arbitrary<JsonValue> =>
    child === undefined || depth === 0 ? arbitraryValue : valueFor(child, schemas, depth - 1);
  switch (schema.kind) {
    case 'any':
    case 'never':
    case 'not':
      return arbitraryValue;
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'number': {
      const min = schema.minimum ?? schema.exclusiveMinimum ?? -1000;
      const max = schema.maximum ?? schema.exclusiveMaximum ?? min + 2000;
      return schema.integer
        ? fc.integer({ min: Math.ceil(min), max: Math.max(Math.ceil(min), Math.floor(max)) })
        : fc.double({ min, max: Math.max(min, max), noNaN: true, noDefaultInfinity: true });
    }
    case 'string':
      return fc.oneof(
        fc.constantFrom(...(EXAMPLES[schema.format ?? ''] ?? [''])),
        fc.string({ minLength: schema.minLength ?? 0, maxLength: (schema.minLength ?? 0) + 5 }),
      );
    case 'enum':
      return fc.constantFrom(...schema.values);
    case 'array':
      return fc.array(inside(schema.items), {
        minLength: schema.minItems ?? 0,
        maxLength: (schema.minItems ?? 0) + 2,
      });
    case 'object':
      return objectFor(schema, inside);
    case 'reference': {
      const target = schemas.get(schema.target);
      return target === undefined ? arbitraryValue : inside(target);
    }
    case 'union':
      return fc.oneof(...schema.members.map(inside));
    case 'intersection':
      return fc.tuple(...schema.members.map(inside)).map(merge);
    case 'conditional':
      return fc.oneof(...[schema.condition, schema.consequent, schema.alternative].map(inside));
    case 'dependent':
      return fc.oneof(...[...schema.schemas.values()].map(inside));
    case 'unevaluated':
      return inside(schema.schema);
  }
}

const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  date: ['2026-03-30'],
  'date-time': ['2026-03-30T12:00:00Z'],
  email: ['jane@example.com'],
  hostname: ['www.example.com'],
  ipv4: ['192.0.2.1'],
  uri: ['https://example.com/a?b#c'],
  uuid: ['01890a5d-ac96-774b-bcce-b302099a8057'],
};

function objectFor(
  { properties, additionalProperties }: ObjectSchema,
  inside: (child: Schema | undefined) => fc.Arbitrary<JsonValue>,
): fc.Arbitrary<JsonObject> {
  const listed = properties.map(({ name, required, schema }) =>
    fc
      .option(inside(schema), { freq: required ? 20 : 2, nil: undefined })
      .map((value) => [name, value] as const),
  );
  const further = fc.option(fc.tuple(fc.string(), inside(additionalProperties)), {
    nil: undefined,
  });
  return fc.tuple(fc.tuple(...listed), further).map(([entries, more]) => {
    const present = entries.filter((entry): entry is [string, JsonValue] => entry[1] !== undefined);
    return Object.fromEntries(more === undefined ? present : [more, ...present]);
  });
}

/** Objects together; of other values the first. */
function merge(values: readonly JsonValue[]): JsonValue {
  return values.every(isObject)
    ? (Object.assign({}, ...values) as JsonObject)
    : (values[0] as JsonValue);
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `value` with what is found at `path`, taken as indices, replaced or left out. */
function changeAt(
  value: JsonValue,
  [step, ...rest]: readonly number[],
  replacement: JsonValue | undefined,
): JsonValue {
  if (step === undefined || typeof value !== 'object' || value === null) {
    return replacement ?? null;
  }
  const entries = Object.entries(value) as [string, JsonValue][];
  if (entries.length === 0) return replacement ?? value;
  const index = step % entries.length;
  const changed = entries.flatMap(([key, child], position): [string, JsonValue][] => {
    if (position !== index) return [[key, child]];
    if (rest.length === 0 && replacement === undefined) return [];
    return [
      [key, rest.length === 0 ? (replacement as JsonValue) : changeAt(child, rest, replacement)],
    ];
  });
  return Array.isArray(value) ? changed.map(([, child]) => child) : Object.fromEntries(changed);
}
