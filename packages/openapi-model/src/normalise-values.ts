import { canonicalJson } from './canonical-json.ts';
import { compareCodeUnits, sortedEntries } from './compare.ts';
import { isJsonObject, ownProperty, type JsonValue } from './json.ts';
import { patternOf } from './normalise-pattern.ts';
import type {
  ArraySchema,
  Contains,
  NumberSchema,
  ObjectSchema,
  PatternProperty,
  Property,
  Schema,
  StringSchema,
} from './schema.ts';
import {
  baseOf,
  childSchema,
  countOf,
  namesOf,
  numberOf,
  positiveNumberOf,
  report,
  schemaList,
  schemaMap,
  textOf,
  type SchemaNode,
} from './schema-node.ts';

/** The types of JSON Schema; `integer` is a number. */
const TYPES = ['null', 'boolean', 'number', 'string', 'array', 'object'] as const;
type TypeName = (typeof TYPES)[number];

/** Keywords that only look at values of one type. */
export const KEYWORDS_OF_TYPE: Readonly<Record<TypeName, readonly string[]>> = {
  null: [],
  boolean: [],
  number: ['minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum', 'multipleOf'],
  string: ['minLength', 'maxLength', 'pattern'],
  array: ['prefixItems', 'items', 'minItems', 'maxItems', 'uniqueItems', 'contains'],
  object: [
    'properties',
    'required',
    'additionalProperties',
    'patternProperties',
    'propertyNames',
    'minProperties',
    'maxProperties',
    'dependentRequired',
    'dependencies',
  ],
};

/** Formats of numbers; every other format is one of strings. */
const NUMBER_FORMATS = new Set([
  'int8',
  'int16',
  'int32',
  'int64',
  'uint8',
  'uint16',
  'uint32',
  'uint64',
  'float',
  'double',
  'decimal',
]);

/**
 * One part per allowed type, or the enumerated values.
 *
 * `enum` beside `type` keeps the values of those types, so that the usual `type: string, enum: […]` is one part.
 */
export function valueParts(node: SchemaNode): Schema[] {
  const typed = typedPart(node);
  const values = enumeratedValues(node);
  if (values === undefined) return typed === undefined ? [] : [typed];

  const allowed = allowedTypes(node);
  const kept = values.filter((value) => allowed === undefined || hasAllowedType(value, allowed));
  const enumeration: Schema =
    kept.length === 0
      ? { kind: 'never', ...baseOf(node) }
      : { kind: 'enum', ...baseOf(node), values: kept, isOpen: false };
  return typed === undefined || !hasTypedKeywords(node) ? [enumeration] : [typed, enumeration];
}

function enumeratedValues(node: SchemaNode): readonly JsonValue[] | undefined {
  const constant = ownProperty(node.value, 'const');
  const list = ownProperty(node.value, 'enum');
  if (list !== undefined && !Array.isArray(list)) {
    report(node, 'error', 'keyword-invalid', 'enum', '"enum" is a list of values');
    return undefined;
  }
  const byText = new Map(
    (list as readonly JsonValue[] | undefined)?.map((value) => [canonicalJson(value), value]),
  );
  if (constant !== undefined) {
    const text = canonicalJson(constant);
    return list === undefined || byText.has(text) ? [constant] : [];
  }
  if (list === undefined) return undefined;
  return [...byText].sort(([a], [b]) => compareCodeUnits(a, b)).map(([, value]) => value);
}

type AllowedType = TypeName | 'integer';

function allowedTypes(node: SchemaNode): ReadonlySet<AllowedType> | undefined {
  const declared = ownProperty(node.value, 'type');
  if (declared === undefined) return undefined;
  const names = (Array.isArray(declared) ? declared : [declared]) as readonly JsonValue[];
  const known = names.filter(
    (name): name is AllowedType =>
      name === 'integer' || (TYPES as readonly JsonValue[]).includes(name),
  );
  if (known.length !== names.length || names.length === 0) {
    report(
      node,
      'error',
      'type-unknown',
      'type',
      `${JSON.stringify(declared)} is no JSON Schema type`,
    );
    return undefined;
  }
  const nullable = node.context.dialect === '3.0' && ownProperty(node.value, 'nullable') === true;
  return new Set([...known, ...(nullable ? (['null'] as const) : [])]);
}

function hasAllowedType(value: JsonValue, allowed: ReadonlySet<AllowedType>): boolean {
  const type = jsonTypeOf(value);
  return (
    allowed.has(type) || (type === 'number' && allowed.has('integer') && Number.isInteger(value))
  );
}

function jsonTypeOf(value: JsonValue): TypeName {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as TypeName;
}

function hasTypedKeywords(node: SchemaNode): boolean {
  return TYPES.some((type) => restrictsType(node, type));
}

function restrictsType({ value }: SchemaNode, type: TypeName): boolean {
  if (KEYWORDS_OF_TYPE[type].some((keyword) => Object.hasOwn(value, keyword))) return true;
  const format = ownProperty(value, 'format');
  if (typeof format !== 'string') return false;
  return type === (NUMBER_FORMATS.has(format) ? 'number' : 'string');
}

function typedPart(node: SchemaNode): Schema | undefined {
  const allowed = allowedTypes(node);
  if (allowed === undefined && !hasTypedKeywords(node)) return undefined;
  const types = TYPES.filter(
    (type) =>
      allowed === undefined || allowed.has(type) || (type === 'number' && allowed.has('integer')),
  );
  const members = types.map((type) => normaliseType(type, node, allowed));
  if (members.length === 1) return members[0];
  return { kind: 'union', ...baseOf(node), mode: 'types', members, discriminator: undefined };
}

function normaliseType(
  type: TypeName,
  node: SchemaNode,
  allowed: ReadonlySet<AllowedType> | undefined,
): Schema {
  switch (type) {
    case 'null':
    case 'boolean':
      return { kind: type, ...baseOf(node) };
    case 'number':
      return normaliseNumber(node, allowed !== undefined && !allowed.has('number'));
    case 'string':
      return normaliseString(node);
    case 'array':
      return normaliseArray(node);
    case 'object':
      return normaliseObject(node);
  }
}

function normaliseNumber(node: SchemaNode, integer: boolean): NumberSchema {
  const format = textOf(node, 'format');
  return {
    kind: 'number',
    ...baseOf(node),
    integer,
    ...bounds(node),
    multipleOf: positiveNumberOf(node, 'multipleOf'),
    format: format !== undefined && NUMBER_FORMATS.has(format) ? format : undefined,
  };
}

type Bounds = Pick<NumberSchema, 'minimum' | 'exclusiveMinimum' | 'maximum' | 'exclusiveMaximum'>;

function bounds(node: SchemaNode): Bounds {
  const [minimum, exclusiveMinimum] = bound(node, 'minimum', 'exclusiveMinimum');
  const [maximum, exclusiveMaximum] = bound(node, 'maximum', 'exclusiveMaximum');
  return { minimum, exclusiveMinimum, maximum, exclusiveMaximum };
}

type Bound = readonly [inclusive: number | undefined, exclusive: number | undefined];

/** In 3.0 the exclusive keyword is a boolean that changes its neighbour; 3.1 documents still say so. */
function bound(node: SchemaNode, inclusive: string, exclusive: string): Bound {
  const limit = numberOf(node, inclusive);
  const value = ownProperty(node.value, exclusive);
  if (typeof value !== 'boolean') return [limit, numberOf(node, exclusive)];
  if (node.context.dialect !== '3.0') {
    const message = `"${exclusive}" is a number since OpenAPI 3.1; ${value} is taken as in 3.0`;
    report(node, 'warning', 'keyword-of-3.0', exclusive, message);
  }
  return value ? [undefined, limit] : [limit, undefined];
}

function normaliseString(node: SchemaNode): StringSchema {
  const format = textOf(node, 'format');
  return {
    kind: 'string',
    ...baseOf(node),
    minLength: countOf(node, 'minLength'),
    maxLength: countOf(node, 'maxLength'),
    pattern: patternOf(node, textOf(node, 'pattern'), 'pattern'),
    format: format === undefined || NUMBER_FORMATS.has(format) ? undefined : format,
  };
}

function normaliseArray(node: SchemaNode): ArraySchema {
  return {
    kind: 'array',
    ...baseOf(node),
    prefixItems: schemaList(node, 'prefixItems'),
    items: childSchema(node, 'items'),
    minItems: countOf(node, 'minItems'),
    maxItems: countOf(node, 'maxItems'),
    uniqueItems: ownProperty(node.value, 'uniqueItems') === true,
    contains: containsOf(node),
  };
}

function containsOf(node: SchemaNode): Contains | undefined {
  const schema = childSchema(node, 'contains');
  if (schema === undefined) return undefined;
  return {
    schema,
    min: countOf(node, 'minContains') ?? 1,
    max: countOf(node, 'maxContains'),
  };
}

function normaliseObject(node: SchemaNode): ObjectSchema {
  const required = new Set(namesOf(node, 'required', ownProperty(node.value, 'required')));
  const properties = schemaMap(node, 'properties').map(([name, schema]): Property => ({
    name,
    required: required.delete(name),
    schema,
    at: schema.at,
  }));
  return {
    kind: 'object',
    ...baseOf(node),
    properties,
    requiredNames: [...required].sort(compareCodeUnits),
    additionalProperties: childSchema(node, 'additionalProperties'),
    patternProperties: patternPropertiesOf(node),
    propertyNames: childSchema(node, 'propertyNames'),
    minProperties: countOf(node, 'minProperties'),
    maxProperties: countOf(node, 'maxProperties'),
    dependentRequired: dependentRequiredOf(node),
  };
}

function patternPropertiesOf(node: SchemaNode): PatternProperty[] {
  return schemaMap(node, 'patternProperties').flatMap(([source, schema]) => {
    const pattern = patternOf(node, source, 'patternProperties');
    return pattern === undefined ? [] : [{ pattern, schema, at: schema.at }];
  });
}

function dependentRequiredOf(node: SchemaNode): ReadonlyMap<string, readonly string[]> {
  const lists = ['dependencies', 'dependentRequired'].flatMap((keyword) => {
    const value = ownProperty(node.value, keyword) ?? {};
    if (!isJsonObject(value)) {
      report(node, 'error', 'keyword-invalid', keyword, `"${keyword}" is an object of names`);
      return [];
    }
    return sortedEntries(value)
      .filter(([, names]) => keyword === 'dependentRequired' || Array.isArray(names))
      .map(([name, names]) => [name, namesOf(node, keyword, names)] as const);
  });
  const required = new Map<string, readonly string[]>();
  for (const [name, names] of lists) {
    const all = new Set([...(required.get(name) ?? []), ...names]);
    required.set(name, [...all].sort(compareCodeUnits));
  }
  return required;
}
