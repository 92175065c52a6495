import {
  canonicalJson,
  compileLinearly,
  isJsonObject,
  ownProperty,
  type ApiModel,
  type ArraySchema,
  type JsonObject,
  type JsonValue,
  type NumberSchema,
  type ObjectSchema,
  type Schema,
  type StringSchema,
} from '@apipin/openapi-model';

/**
 * Whether an enumerated value certainly conforms to a schema. Formats are annotations; what is left over for
 * `unevaluatedProperties` and `unevaluatedItems` is not looked at.
 */
export function conforms(value: JsonValue, schema: Schema, model: ApiModel): boolean {
  const isOk = (inner: Schema, of = value): boolean => conforms(of, inner, model);
  switch (schema.kind) {
    case 'any':
      return true;
    case 'never':
      return false;
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && isWithinNumber(value, schema);
    case 'string':
      return typeof value === 'string' && isWithinString(value, schema, model);
    case 'array':
      return Array.isArray(value) && isWithinArray(value, schema, isOk);
    case 'object':
      return isJsonObject(value) && isWithinObject(value, schema, model, isOk);
    case 'enum':
      return schema.values.map(canonicalJson).includes(canonicalJson(value));
    case 'reference': {
      const target = model.schemas.get(schema.target);
      return target !== undefined && isOk(target.schema);
    }
    case 'union':
      return schema.members.some((member) => isOk(member));
    case 'intersection':
      return schema.members.every((member) => isOk(member));
    case 'not':
      return !isOk(schema.schema);
    case 'conditional': {
      const branch = isOk(schema.condition) ? schema.consequent : schema.alternative;
      return branch === undefined || isOk(branch);
    }
    case 'dependent':
      return [...schema.schemas].every(
        ([name, inner]) => !isJsonObject(value) || !Object.hasOwn(value, name) || isOk(inner),
      );
    case 'unevaluated':
      return isOk(schema.schema);
  }
}

type Inner = (schema: Schema, value: JsonValue) => boolean;

function isWithin(count: number, least: number | undefined, most: number | undefined): boolean {
  return count >= (least ?? 0) && count <= (most ?? Number.POSITIVE_INFINITY);
}

function isWithinNumber(value: number, schema: NumberSchema): boolean {
  const { integer, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  return (
    (!integer || Number.isInteger(value)) &&
    value >= (minimum ?? value) &&
    value <= (maximum ?? value) &&
    !(value <= (exclusiveMinimum ?? Number.NEGATIVE_INFINITY)) &&
    !(value >= (exclusiveMaximum ?? Number.POSITIVE_INFINITY)) &&
    (multipleOf === undefined || Number.isInteger(value / multipleOf))
  );
}

function isWithinString(
  value: string,
  { minLength, maxLength, pattern }: StringSchema,
  model: ApiModel,
): boolean {
  return (
    isWithin(Array.from(value).length, minLength, maxLength) &&
    (pattern === undefined || matches(value, pattern, model))
  );
}

/** What could backtrack for ever is not tried. */
function matches(value: string, pattern: string, { linearPatterns }: ApiModel): boolean {
  const program = linearPatterns.has(pattern) ? undefined : compileLinearly(pattern);
  return program !== undefined && new RegExp(pattern, program.isUnicode ? 'u' : '').test(value);
}

function isWithinArray(value: readonly JsonValue[], schema: ArraySchema, isOk: Inner): boolean {
  const { prefixItems, items, minItems, maxItems, uniqueItems, contains } = schema;
  const isItem = (item: JsonValue, index: number): boolean => {
    const inner = prefixItems[index] ?? items;
    return inner === undefined || isOk(inner, item);
  };
  return (
    isWithin(value.length, minItems, maxItems) &&
    value.every(isItem) &&
    (!uniqueItems || new Set(value.map(canonicalJson)).size === value.length) &&
    (contains === undefined ||
      isWithin(
        value.filter((item) => isOk(contains.schema, item)).length,
        contains.min,
        contains.max,
      ))
  );
}

function isWithinObject(
  value: JsonObject,
  schema: ObjectSchema,
  model: ApiModel,
  isOk: Inner,
): boolean {
  const { properties, requiredNames, propertyNames, dependentRequired } = schema;
  const names = Object.keys(value);
  const isPresent = (name: string): boolean => Object.hasOwn(value, name);
  return (
    isWithin(names.length, schema.minProperties, schema.maxProperties) &&
    properties.every(({ name, required }) => !required || isPresent(name)) &&
    requiredNames.every(isPresent) &&
    [...dependentRequired].every(([name, others]) => !isPresent(name) || others.every(isPresent)) &&
    names.every(
      (name) =>
        (propertyNames === undefined || isOk(propertyNames, name)) &&
        schemasOf(name, schema, model).every((inner) =>
          isOk(inner, ownProperty(value, name) ?? null),
        ),
    )
  );
}

function schemasOf(
  name: string,
  { properties, patternProperties, additionalProperties }: ObjectSchema,
  model: ApiModel,
): Schema[] {
  const named = [
    ...properties.filter((property) => property.name === name),
    ...patternProperties.filter(({ pattern }) => matches(name, pattern, model)),
  ].map(({ schema }) => schema);
  if (named.length > 0 || additionalProperties === undefined) return named;
  return [additionalProperties];
}
