import type { ApiModel, NumberSchema, ObjectSchema, Schema } from '@apipin/openapi-model';
import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { components } from '../src/index.ts';
import { models } from './specs.ts';
import type { Version } from './specs.ts';

/**
 * Valid values of a schema, as `parseExact` would give them, with a liking for whatever the other version may not hold:
 * members of its enums, integers at the limits, and properties that it alone knows.
 */
export function valuesOf(schema: Schema, version: Version): Arbitrary<unknown> {
  const [model, other] = [models[version], neighbours[otherThan(version)]];
  return valuesFrom(schema, { version, model, other });
}

/** As {@link valuesOf}, of a component. */
export function valuesOfComponent(name: string, version: Version): Arbitrary<unknown> {
  const named = models[version].schemas.get(`/components/schemas/${name}`);
  if (named === undefined) throw new RangeError(`${version} has no component ${name}`);
  return valuesOf(named.schema, version);
}

interface Source {
  readonly version: Version;
  readonly model: ApiModel;
  /** What the other version says of properties, by name. */
  readonly other: ReadonlyMap<string, readonly Schema[]>;
}

const neighbours: Readonly<Record<Version, ReadonlyMap<string, readonly Schema[]>>> = {
  v3: propertiesOf(models.v3),
  '2026-03': propertiesOf(models['2026-03']),
};

/** What each component of a version is in the other one, by its pointer. */
const counterparts: Readonly<Record<Version, ReadonlyMap<string, Schema>>> = {
  v3: counterpartsOf('old', 'current', '2026-03'),
  '2026-03': counterpartsOf('current', 'old', 'v3'),
};

function counterpartsOf(
  from: 'old' | 'current',
  to: 'old' | 'current',
  other: Version,
): ReadonlyMap<string, Schema> {
  return new Map(
    Object.values(components).map(({ names }) => [
      `/components/schemas/${names[from]}`,
      required(models[other].schemas.get(`/components/schemas/${names[to]}`)).schema,
    ]),
  );
}

function propertyNamesOf(schema: Schema | undefined): string[] {
  return schema?.kind === 'object' ? schema.properties.map(({ name }) => name) : [];
}

function otherThan(version: Version): Version {
  return version === 'v3' ? '2026-03' : 'v3';
}

/** All schemas that a document has for properties of one name. */
function propertiesOf({ schemas }: ApiModel): Map<string, readonly Schema[]> {
  const found = new Map<string, readonly Schema[]>();
  for (const { schema } of schemas.values()) {
    if (schema.kind !== 'object') continue;
    for (const property of schema.properties) {
      found.set(property.name, [...(found.get(property.name) ?? []), property.schema]);
    }
  }
  return found;
}

const text = fc.string({ maxLength: 8 });

/** What is not just any text. */
const formats: Readonly<Record<string, Arbitrary<string>>> = {
  'date-time': fc
    .date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2100-01-01') })
    .map((date) => date.toISOString()),
  uuid: fc.uuid(),
};

const int64Limit = 2n ** 63n;
const safe = BigInt(Number.MAX_SAFE_INTEGER);

/** A bigint only beyond 2^53. */
const int64 = fc
  .oneof(
    fc.bigInt({ min: -int64Limit, max: int64Limit - 1n }),
    fc.bigInt({ min: safe - 2n, max: safe + 2n }),
    fc.bigInt({ min: 2n ** 31n - 2n, max: 2n ** 31n + 2n }),
    fc.bigInt({ min: -(2n ** 31n) - 2n, max: -(2n ** 31n) + 2n }),
    fc.constantFrom(-int64Limit, int64Limit - 1n, 0n),
  )
  .map((integer) => (integer >= -safe && integer <= safe ? Number(integer) : integer));

/** Names that a careless mapping would trip over, besides those that nobody knows. */
const unknownNames = fc.constantFrom('x-new', '__proto__', 'constructor', 'toString', 'a/b~c', '');

function valuesFrom(schema: Schema, source: Source, propertyName?: string): Arbitrary<unknown> {
  switch (schema.kind) {
    case 'any':
      return fc.jsonValue({ maxDepth: 1 });
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'number':
      return numbers(schema);
    case 'string':
      return formats[schema.format ?? ''] ?? texts(source, propertyName);
    case 'enum':
      return fc.constantFrom(...schema.values);
    case 'array':
      return fc.array(valuesFrom(required(schema.items), source), { maxLength: 3 });
    case 'object':
      return objects(schema, source);
    case 'reference':
      return valuesFrom(required(source.model.schemas.get(schema.target)).schema, source);
    case 'union':
      return fc.oneof(...schema.members.map((member) => valuesFrom(member, source)));
    default:
      throw new RangeError(
        `${schema.at.pointer}: no values are made of ${schema.kind} schemas yet`,
      );
  }
}

function numbers({ integer, format }: NumberSchema): Arbitrary<unknown> {
  if (format === 'int64') return int64;
  if (integer) return fc.oneof(fc.integer(), fc.constantFrom(2 ** 31 - 1, -(2 ** 31)));
  return fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0));
}

/** Any text, and whatever the other version has in a property of that name. */
function texts({ other }: Source, propertyName = ''): Arbitrary<string> {
  const meant = (other.get(propertyName) ?? []).flatMap((schema): Arbitrary<string>[] => {
    if (schema.kind === 'enum') return [fc.constantFrom(...schema.values.map(String))];
    if (schema.kind === 'number')
      return [int64.map(String), fc.constantFrom('', '007', '-0', '1e3')];
    return [];
  });
  return meant.length === 0
    ? text
    : fc.oneof(...meant.map((arbitrary) => ({ weight: 3, arbitrary })), text);
}

function objects(schema: ObjectSchema, source: Source): Arbitrary<unknown> {
  const { properties, additionalProperties } = schema;
  const names = new Set(properties.map(({ name }) => name));
  const known = fc.tuple(
    ...properties.map(({ name, required: isRequired, schema: property }) => {
      const value = valuesFrom(property, source, name).map((each) => [[name, each]] as const);
      return isRequired ? value : fc.oneof(value, fc.constant([]));
    }),
  );
  const unknown = fc.tuple(
    unknownNames.filter((name) => !names.has(name)),
    additionalProperties === undefined
      ? fc.jsonValue({ maxDepth: 1 })
      : valuesFrom(additionalProperties, source),
  );
  const further = fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: unknown.map((entry) => [entry]) },
    { weight: 1, arbitrary: foreignProperty(schema, source) },
  );
  // `__proto__` is to be a property, which a literal or an assignment would not make of it.
  return fc
    .tuple(known, further)
    .map(([entries, more]) => Object.fromEntries([...entries.flat(), ...more]));
}

/** A property that only the other version knows, and that any value may be in therefore. */
function foreignProperty(
  { properties, additionalProperties, at }: ObjectSchema,
  { version }: Source,
): Arbitrary<(readonly [string, unknown])[]> {
  const own = new Set(properties.map(({ name }) => name));
  const foreign = propertyNamesOf(counterparts[version].get(at.pointer)).filter(
    (name) => !own.has(name),
  );
  if (additionalProperties !== undefined || foreign.length === 0) return fc.constant([]);
  const values = fc.oneof(text, int64, fc.record({ before: text }), fc.jsonValue({ maxDepth: 1 }));
  return fc.tuple(fc.constantFrom(...foreign), values).map((entry) => [entry]);
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new RangeError('the schema leads to nothing');
  return value;
}
