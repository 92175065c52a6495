import type { JsonObject, JsonValue } from '@apipin/openapi-model';
import { objectWith, requestSchemas, responseSchemas } from './documents.ts';
import type { VerdictPair } from './verdict-pair.ts';

const text = { type: 'string' };
const ifFragile = { if: { properties: { kind: { const: 'fragile' } }, required: ['kind'] } };

/** Places in a schema where a stricter schema makes the whole stricter. */
const places: Readonly<Record<string, (schema: JsonValue) => JsonObject>> = {
  'a property': objectWith,
  'a property of a property': (schema) => objectWith(objectWith(schema)),
  items: (schema) => ({ type: 'array', items: schema }),
  'items of items': (schema) => ({ type: 'array', items: { type: 'array', items: schema } }),
  'a property of items': (schema) => ({ type: 'array', items: objectWith(schema) }),
  prefixItems: (schema) => ({ type: 'array', prefixItems: [{ type: 'integer' }, schema] }),
  contains: (schema) => ({ type: 'array', contains: schema }),
  unevaluatedItems: (schema) => ({
    type: 'array',
    prefixItems: [{ type: 'integer' }],
    unevaluatedItems: schema,
  }),
  additionalProperties: (schema) => ({ type: 'object', additionalProperties: schema }),
  patternProperties: (schema) => ({ type: 'object', patternProperties: { '^to': schema } }),
  unevaluatedProperties: (schema) => ({ ...objectWith(text), unevaluatedProperties: schema }),
  propertyNames: (schema) => ({ type: 'object', propertyNames: schema }),
  then: (schema) => ({ type: 'object', ...ifFragile, then: objectWith(schema) }),
  else: (schema) => ({ type: 'object', ...ifFragile, else: objectWith(schema) }),
  dependentSchemas: (schema) => ({
    type: 'object',
    dependentSchemas: { kind: objectWith(schema) },
  }),
  contentSchema: (schema) => ({
    ...text,
    contentMediaType: 'application/json',
    contentSchema: objectWith(schema),
  }),
  'a branch of anyOf': (schema) => ({ anyOf: [{ type: 'integer' }, objectWith(schema)] }),
  'a branch of oneOf': (schema) => ({ oneOf: [{ type: 'integer' }, objectWith(schema)] }),
};

/** One change, an increased minLength and back, in every place a schema can stand. */
export const oasdiffNestedSchemas: readonly VerdictPair[] = Object.entries(places).flatMap(
  ([place, wrap]): readonly VerdictPair[] => {
    const [wide, narrow] = [wrap({ ...text, minLength: 2 }), wrap({ ...text, minLength: 3 })];
    return [
      {
        title: `minLength increases in ${place} of the request`,
        rule: 'oasdiff request-property-min-length-increased (TestSubSchemaTraversalMinLengthChanged)',
        severity: 'error',
        ...requestSchemas(wide, narrow),
      },
      {
        title: `minLength decreases in ${place} of the request`,
        rule: 'oasdiff request-property-min-length-decreased',
        severity: 'info',
        ...requestSchemas(narrow, wide),
      },
      {
        title: `minLength increases in ${place} of the response`,
        rule: 'oasdiff finds nothing',
        severity: 'info',
        ...responseSchemas(wide, narrow),
      },
      {
        title: `minLength decreases in ${place} of the response`,
        rule: 'oasdiff response-property-min-length-decreased',
        severity: 'error',
        ...responseSchemas(narrow, wide),
      },
    ];
  },
);
