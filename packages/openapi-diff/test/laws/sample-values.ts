import { isJsonObject, ownProperty, type JsonObject, type JsonValue } from '@apipin/openapi-model';
import type { SchemaDocument } from './json-schemas.ts';

/** Values that many schemas have an opinion of. */
const EDGES: readonly JsonValue[] = [
  null,
  true,
  0,
  1,
  2,
  3,
  -1,
  0.5,
  1.5,
  4,
  '',
  'a',
  'b',
  'ab',
  'abc',
  'abcd',
  'x',
  [],
  {},
  { zz: 1 },
  [1],
  ['a', 1],
];

const MOST = 60;
const DEEPEST = 4;

/**
 * Values on both sides of what a schema says, objects of which have no properties but those that the schema names and
 * one that none does.
 */
export function sampleValues({ root, components }: SchemaDocument): readonly JsonValue[] {
  return distinct([...valuesOf(root, components, 0), ...EDGES]);
}

function distinct(values: readonly JsonValue[]): JsonValue[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function valuesOf(schema: JsonValue, components: JsonObject, depth: number): JsonValue[] {
  if (!isJsonObject(schema) || depth > DEEPEST) return EDGES.slice(0, 14);
  const { $ref } = schema;
  if (typeof $ref === 'string') {
    const target = ownProperty(components, $ref.slice($ref.lastIndexOf('/') + 1));
    return valuesOf(target ?? true, components, depth + 1);
  }
  const inner = (value: JsonValue | undefined): JsonValue[] =>
    valuesOf(value ?? true, components, depth + 1);
  const all = [
    ...listed(schema),
    ...objectsOf(schema, inner),
    ...arraysOf(schema, inner),
    ...numbersOf(schema),
    ...stringsOf(schema),
    ...composedOf(schema, inner),
    ...EDGES.slice(0, depth === 0 ? EDGES.length : 17),
  ];
  return distinct(all).slice(0, depth === 0 ? 4 * MOST : MOST);
}

function listed({ enum: values, const: only }: JsonObject): JsonValue[] {
  return [...(Array.isArray(values) ? values : []), ...(only === undefined ? [] : [only])];
}

function numbersOf(schema: JsonObject): JsonValue[] {
  const keywords = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];
  return keywords.flatMap((keyword) => {
    const value = schema[keyword];
    return typeof value === 'number' ? [value, value - 1, value + 1, value + 0.5, value * 3] : [];
  });
}

function stringsOf(schema: JsonObject): JsonValue[] {
  return ['minLength', 'maxLength'].flatMap((keyword) => {
    const value = schema[keyword];
    if (typeof value !== 'number') return [];
    return [value - 1, value, value + 1].map((length) =>
      'ab'.repeat(3).slice(0, Math.max(0, length)),
    );
  });
}

type Inner = (schema: JsonValue | undefined) => JsonValue[];

function objectsOf(schema: JsonObject, inner: Inner): JsonValue[] {
  const { properties, required, additionalProperties, patternProperties, dependentSchemas } =
    schema;
  const isAbout =
    properties ?? required ?? additionalProperties ?? patternProperties ?? dependentSchemas;
  if (
    isAbout === undefined &&
    schema['maxProperties'] === undefined &&
    schema['minProperties'] === undefined
  )
    return [];
  const options = new Map<string, JsonValue[]>();
  for (const name of Array.isArray(required) ? required : []) options.set(String(name), [1, 'a']);
  for (const [name, value] of isJsonObject(properties) ? Object.entries(properties) : []) {
    options.set(name, inner(value));
  }
  const further = inner(additionalProperties);
  const patterned = isJsonObject(patternProperties) ? inner(patternProperties['^x']) : [];
  let objects: JsonObject[] = [{}];
  for (const [name, values] of options) {
    const some = [...values.slice(0, 4), ...values.slice(-1)];
    objects = objects.flatMap((object) => [
      ...some.map((value) => ({ ...object, [name]: value })),
      object,
    ]);
  }
  // Every value of each property, beside few of the others.
  const each = [...options].flatMap(([name, values]) =>
    values.flatMap((value) => objects.slice(0, 2).map((object) => ({ ...object, [name]: value }))),
  );
  const first = objects[0] ?? {};
  return [
    ...objects.slice(0, 60),
    ...each,
    ...further
      .slice(0, 12)
      .flatMap((value) => [
        { zz: value },
        { ...first, zz: value },
        { ...first, zz: value, zzz: value },
      ]),
    ...patterned.flatMap((value) => [{ xy: value }, { ...first, xy: value }]),
  ];
}

function arraysOf(schema: JsonObject, inner: Inner): JsonValue[] {
  const { items, prefixItems, contains, minItems, maxItems, uniqueItems } = schema;
  const isAbout = items ?? prefixItems ?? contains ?? minItems ?? maxItems ?? uniqueItems;
  if (isAbout === undefined) return [];
  const prefix = Array.isArray(prefixItems) ? prefixItems.map(inner) : [];
  const values = [
    ...inner(items).slice(0, 12),
    ...(contains === undefined ? [] : inner(contains).slice(0, 8)),
  ];
  const starts: JsonValue[][] = prefix.reduce<JsonValue[][]>(
    (all, options) => all.flatMap((start) => options.slice(0, 5).map((each) => [...start, each])),
    [[]],
  );
  const [start = []] = starts;
  return [
    ...starts.slice(0, 20),
    ...prefix.flatMap((options, index) => options.map((each) => [...start.slice(0, index), each])),
    ...values.flatMap((value) => [
      [...start, value],
      [...start, value, value],
      [...start, value, 1, value],
    ]),
    ...starts
      .slice(0, 3)
      .flatMap((each) => values.slice(0, 4).map((value) => [...each, value, 'b'])),
    ...[1, 2, 3, 4, 5].map((length) => [1, 2, 'a', 'b', null].slice(0, length)),
  ];
}

function composedOf(schema: JsonObject, inner: Inner): JsonValue[] {
  const keywords = ['allOf', 'anyOf', 'oneOf'];
  const lists = keywords.map((keyword) => schema[keyword]).filter(Array.isArray);
  const singles = ['not', 'if', 'then', 'else'].map((keyword) => schema[keyword]);
  const dependents = isJsonObject(schema['dependentSchemas'])
    ? Object.entries(schema['dependentSchemas'])
    : [];
  const groups = [
    ...lists.flat().map(inner),
    ...singles.filter((each) => each !== undefined).map(inner),
    ...dependents.map(([name, value]) =>
      inner(value).map((each) => (isJsonObject(each) ? { [name]: 1, ...each } : each)),
    ),
  ];
  const own = objectsOf(
    Object.fromEntries(
      Object.entries(schema).filter(([keyword]) => ['properties', 'required'].includes(keyword)),
    ),
    inner,
  );
  const objects = [...groups, own].map((values) => values.filter(isJsonObject).slice(0, 5));
  const merged = objects
    .filter((values) => values.length > 0)
    .reduce<JsonObject[]>(
      (all, values) =>
        all.flatMap((one) => values.map((other) => ({ ...one, ...other }))).slice(0, 40),
      [{}],
    );
  const interleaved = Array.from({ length: MOST }, (_, index) =>
    groups.flatMap((values) => (values[index] === undefined ? [] : [values[index]])),
  ).flat();
  return [...interleaved.slice(0, 40), ...merged];
}
