import { isJsonObject, type JsonObject, type JsonValue } from '@apipin/openapi-model';

/** A schema, with the components it may refer to. */
export interface SchemaDocument {
  readonly root: JsonValue;
  /** `components.schemas` */
  readonly components: JsonObject;
}

/** Keywords that hold one schema. */
const SINGLE = [
  'items',
  'additionalProperties',
  'contains',
  'not',
  'if',
  'then',
  'else',
  'propertyNames',
];
/** Keywords that hold a list of schemas. */
const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
/** Keywords that hold schemas by name. */
const MAPS = ['properties', 'patternProperties', 'dependentSchemas'];

/** Applies `change` to every schema inside `schema`, innermost first, and to itself. */
export function mapSchemas(schema: JsonValue, change: (schema: JsonValue) => JsonValue): JsonValue {
  if (!isJsonObject(schema)) return change(schema);
  const inner = (value: JsonValue): JsonValue => mapSchemas(value, change);
  return change(
    Object.fromEntries(
      Object.entries(schema).map(([keyword, value]) => {
        if (SINGLE.includes(keyword)) return [keyword, inner(value)];
        if (LISTS.includes(keyword) && Array.isArray(value)) return [keyword, value.map(inner)];
        if (MAPS.includes(keyword) && isJsonObject(value)) {
          const entries = Object.entries(value).map(([name, each]) => [name, inner(each)]);
          return [keyword, Object.fromEntries(entries)];
        }
        return [keyword, value];
      }),
    ),
  );
}

/** The same for a whole document. */
export function mapDocument(
  { root, components }: SchemaDocument,
  change: (schema: JsonValue) => JsonValue,
): SchemaDocument {
  const named = Object.entries(components).map(([name, schema]) => [
    name,
    mapSchemas(schema, change),
  ]);
  return {
    root: mapSchemas(root, change),
    components: Object.fromEntries(named) as JsonObject,
  };
}
