import { isJsonObject, type JsonValue } from '@apipin/openapi-model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { mapDocument, mapSchemas, type SchemaDocument } from './json-schemas.ts';

/** Whether a value conforms to a schema, as another validator has it. */
export type Conformance = (value: JsonValue) => boolean;

const OPTIONS = {
  strict: false,
  logger: false,
  ownProperties: true,
  validateSchema: false,
  meta: false,
  // Each validator sees few values: compiling is what takes long.
  code: { optimize: false },
} as const;

/**
 * Compiles a schema. Members of `oneOf` are taken to exclude each other, as the comparison takes them: a value may
 * conform to several.
 */
export function conformanceTo(document: SchemaDocument): Conformance {
  const { root, components } = mapDocument(document, asRead);
  // One that compiles many schemas keeps something of each.
  const ajv = new Ajv2020(OPTIONS);
  const validate = ajv.compile({ allOf: [root], components: { schemas: components } });
  return (value) => validate(value);
}

function asRead(schema: JsonValue): JsonValue {
  if (!isJsonObject(schema)) return schema;
  const { oneOf, allOf = [], contains, minContains = 1, maxContains, ...others } = schema;
  const most = maxContains === undefined ? {} : { maxContains };
  const parts = [
    ...(allOf as JsonValue[]),
    ...(oneOf === undefined ? [] : [{ anyOf: oneOf }]),
    // Beside `prefixItems` ajv lets an empty array pass.
    ...(contains === undefined ? [] : [{ contains, minContains, ...most }]),
  ];
  return parts.length === 0 ? others : { ...others, allOf: parts };
}

/** Whether some schema in the document has the keyword. */
export function says(document: SchemaDocument, keywords: readonly string[]): boolean {
  let isFound = false;
  const look = (schema: JsonValue): JsonValue => {
    if (isJsonObject(schema)) isFound ||= keywords.some((keyword) => keyword in schema);
    return schema;
  };
  mapSchemas(document.root, look);
  for (const component of Object.values(document.components)) mapSchemas(component, look);
  return isFound;
}
