import type { Schema } from './schema.ts';

/** The schemas directly inside `schema`. */
export function childSchemas(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case 'array':
      return [...schema.prefixItems, schema.items, schema.contains?.schema].filter(isPresent);
    case 'object':
      return [
        ...schema.properties.map((property) => property.schema),
        ...schema.patternProperties.map((property) => property.schema),
        schema.additionalProperties,
        schema.propertyNames,
      ].filter(isPresent);
    case 'unevaluated':
      return [schema.schema, schema.properties, schema.items].filter(isPresent);
    default:
      return schemasOfSameValue(schema);
  }
}

/**
 * Those of them that `schema` applies to the value it is applied to itself, and not to something inside that value.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2
 */
export function schemasOfSameValue(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case 'union':
    case 'intersection':
      return schema.members;
    case 'not':
    case 'unevaluated':
      return [schema.schema];
    case 'conditional':
      return [schema.condition, schema.consequent, schema.alternative].filter(isPresent);
    case 'dependent':
      return [...schema.schemas.values()];
    case 'any':
    case 'never':
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'enum':
    case 'reference':
    case 'array':
    case 'object':
      return [];
  }
}

function isPresent<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
