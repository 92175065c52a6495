import type { JsonObject, JsonValue } from '@apipin/openapi-model';
import { objectWith, requestSchemas, responseSchemas } from './documents.ts';
import type { VerdictPair } from './verdict-pair.ts';

/** Two schemas, the second of which accepts less, and the name oasdiff has for the step either way. */
interface Narrowing {
  readonly what: string;
  readonly wide: JsonObject;
  readonly narrow: JsonObject;
  /** The end of the rule names for the step from wide to narrow, such as `max-length-decreased`. */
  readonly narrowed: string;
  /** The end of the rule names for the step from narrow to wide. */
  readonly widened: string;
}

const text = { type: 'string' };
const count = { type: 'integer' };
const list = { type: 'array', items: { type: 'string' } };
const map = { type: 'object', additionalProperties: { type: 'string' } };
const box = {
  type: 'object',
  properties: {
    kind: { type: 'string' },
    width: { type: 'number' },
    height: { type: 'number' },
  },
};
const ifLarge = { if: { properties: { kind: { const: 'large' } }, required: ['kind'] } };

const narrowings: readonly Narrowing[] = [
  {
    what: 'a smaller maxLength',
    wide: { ...text, maxLength: 40 },
    narrow: { ...text, maxLength: 30 },
    narrowed: 'max-length-decreased',
    widened: 'max-length-increased',
  },
  {
    what: 'maxLength',
    wide: text,
    narrow: { ...text, maxLength: 30 },
    narrowed: 'max-length-set',
    widened: 'max-length-unset',
  },
  {
    what: 'a larger minLength',
    wide: { ...text, minLength: 2 },
    narrow: { ...text, minLength: 3 },
    narrowed: 'min-length-increased',
    widened: 'min-length-decreased',
  },
  {
    what: 'minLength',
    wide: text,
    narrow: { ...text, minLength: 3 },
    narrowed: 'min-length-set',
    widened: 'min-length-unset',
  },
  {
    what: 'a smaller maximum',
    wide: { ...count, maximum: 90 },
    narrow: { ...count, maximum: 80 },
    narrowed: 'max-decreased',
    widened: 'max-increased',
  },
  {
    what: 'maximum',
    wide: count,
    narrow: { ...count, maximum: 80 },
    narrowed: 'max-set',
    widened: 'max-unset',
  },
  {
    what: 'a larger minimum',
    wide: { ...count, minimum: 5 },
    narrow: { ...count, minimum: 6 },
    narrowed: 'min-increased',
    widened: 'min-decreased',
  },
  {
    what: 'minimum',
    wide: count,
    narrow: { ...count, minimum: 6 },
    narrowed: 'min-set',
    widened: 'min-unset',
  },
  {
    what: 'a smaller exclusiveMaximum',
    wide: { ...count, exclusiveMaximum: 90 },
    narrow: { ...count, exclusiveMaximum: 80 },
    narrowed: 'exclusive-max-decreased',
    widened: 'exclusive-max-increased',
  },
  {
    what: 'exclusiveMaximum',
    wide: count,
    narrow: { ...count, exclusiveMaximum: 80 },
    narrowed: 'exclusive-max-set',
    widened: 'exclusive-max-unset',
  },
  {
    what: 'a larger exclusiveMinimum',
    wide: { ...count, exclusiveMinimum: 5 },
    narrow: { ...count, exclusiveMinimum: 6 },
    narrowed: 'exclusive-min-increased',
    widened: 'exclusive-min-decreased',
  },
  {
    what: 'exclusiveMinimum',
    wide: count,
    narrow: { ...count, exclusiveMinimum: 6 },
    narrowed: 'exclusive-min-set',
    widened: 'exclusive-min-unset',
  },
  {
    what: 'multipleOf',
    wide: count,
    narrow: { ...count, multipleOf: 5 },
    narrowed: 'multiple-of-set',
    widened: 'multiple-of-unset',
  },
  {
    what: 'a smaller maxItems',
    wide: { ...list, maxItems: 9 },
    narrow: { ...list, maxItems: 8 },
    narrowed: 'max-items-decreased',
    widened: 'max-items-increased',
  },
  {
    what: 'maxItems',
    wide: list,
    narrow: { ...list, maxItems: 8 },
    narrowed: 'max-items-set',
    widened: 'max-items-unset',
  },
  {
    what: 'a larger minItems',
    wide: { ...list, minItems: 1 },
    narrow: { ...list, minItems: 2 },
    narrowed: 'min-items-increased',
    widened: 'min-items-decreased',
  },
  {
    what: 'minItems',
    wide: list,
    narrow: { ...list, minItems: 2 },
    narrowed: 'min-items-set',
    widened: 'min-items-unset',
  },
  {
    what: 'uniqueItems',
    wide: list,
    narrow: { ...list, uniqueItems: true },
    narrowed: 'unique-items-set',
    widened: 'unique-items-unset',
  },
  {
    what: 'a smaller maxProperties',
    wide: { ...map, maxProperties: 7 },
    narrow: { ...map, maxProperties: 6 },
    narrowed: 'max-properties-decreased',
    widened: 'max-properties-increased',
  },
  {
    what: 'maxProperties',
    wide: map,
    narrow: { ...map, maxProperties: 6 },
    narrowed: 'max-properties-set',
    widened: 'max-properties-unset',
  },
  {
    what: 'a larger minProperties',
    wide: { ...map, minProperties: 1 },
    narrow: { ...map, minProperties: 2 },
    narrowed: 'min-properties-increased',
    widened: 'min-properties-decreased',
  },
  {
    what: 'minProperties',
    wide: map,
    narrow: { ...map, minProperties: 2 },
    narrowed: 'min-properties-set',
    widened: 'min-properties-unset',
  },
  {
    what: 'const',
    wide: text,
    narrow: { ...text, const: 'fragile' },
    narrowed: 'const-added',
    widened: 'const-removed',
  },
  {
    what: 'contains',
    wide: list,
    narrow: { ...list, contains: { const: 'fragile' } },
    narrowed: 'contains-added',
    widened: 'contains-removed',
  },
  {
    what: 'a larger minContains',
    wide: { ...list, contains: { const: 'fragile' }, minContains: 2 },
    narrow: { ...list, contains: { const: 'fragile' }, minContains: 3 },
    narrowed: 'min-contains-increased',
    widened: 'min-contains-decreased',
  },
  {
    what: 'a minContains of 2',
    wide: { ...list, contains: { const: 'fragile' } },
    narrow: { ...list, contains: { const: 'fragile' }, minContains: 2 },
    narrowed: 'min-contains-set',
    widened: 'min-contains-unset',
  },
  {
    what: 'a smaller maxContains',
    wide: { ...list, contains: { const: 'fragile' }, maxContains: 5 },
    narrow: { ...list, contains: { const: 'fragile' }, maxContains: 4 },
    narrowed: 'max-contains-decreased',
    widened: 'max-contains-increased',
  },
  {
    what: 'maxContains',
    wide: { ...list, contains: { const: 'fragile' } },
    narrow: { ...list, contains: { const: 'fragile' }, maxContains: 4 },
    narrowed: 'max-contains-set',
    widened: 'max-contains-unset',
  },
  {
    what: 'if with then',
    wide: box,
    narrow: { ...box, ...ifLarge, then: { required: ['width'] } },
    narrowed: 'if-added',
    widened: 'if-removed',
  },
  {
    what: 'then beside if',
    wide: { ...box, ...ifLarge },
    narrow: { ...box, ...ifLarge, then: { required: ['width'] } },
    narrowed: 'then-added',
    widened: 'then-removed',
  },
  {
    what: 'else beside if',
    wide: { ...box, ...ifLarge },
    narrow: { ...box, ...ifLarge, else: { required: ['height'] } },
    narrowed: 'else-added',
    widened: 'else-removed',
  },
  {
    what: 'dependentRequired',
    wide: box,
    narrow: { ...box, dependentRequired: { width: ['height'] } },
    narrowed: 'dependent-required-added',
    widened: 'dependent-required-removed',
  },
  {
    what: 'a second dependentRequired',
    wide: { ...box, dependentRequired: { width: ['height'] } },
    narrow: { ...box, dependentRequired: { width: ['height'], height: ['width'] } },
    narrowed: 'dependent-required-added',
    widened: 'dependent-required-removed',
  },
  {
    what: 'dependentSchemas',
    wide: box,
    narrow: {
      ...box,
      dependentSchemas: { width: { properties: { height: { minimum: 1 } }, required: ['height'] } },
    },
    narrowed: 'dependent-schema-added',
    widened: 'dependent-schema-removed',
  },
  {
    what: 'patternProperties',
    wide: { type: 'object' },
    narrow: { type: 'object', patternProperties: { '^x-': { type: 'string' } } },
    narrowed: 'pattern-property-added',
    widened: 'pattern-property-removed',
  },
  {
    what: 'propertyNames',
    wide: map,
    narrow: { ...map, propertyNames: { maxLength: 12 } },
    narrowed: 'property-names-added',
    widened: 'property-names-removed',
  },
  {
    what: 'unevaluatedProperties: false',
    wide: box,
    narrow: { ...box, unevaluatedProperties: false },
    narrowed: 'unevaluated-properties-added',
    widened: 'unevaluated-properties-removed',
  },
  {
    what: 'unevaluatedItems: false',
    wide: { type: 'array', prefixItems: [text] },
    narrow: { type: 'array', prefixItems: [text], unevaluatedItems: false },
    narrowed: 'unevaluated-items-added',
    widened: 'unevaluated-items-removed',
  },
  {
    what: 'contentSchema',
    wide: { ...text, contentMediaType: 'application/json' },
    narrow: { ...text, contentMediaType: 'application/json', contentSchema: box },
    narrowed: 'content-schema-added',
    widened: 'content-schema-removed',
  },
];

/** The steps on which oasdiff keeps silent: it knows no rule of that name. */
const silentSteps: ReadonlySet<string> = new Set([
  'request min-items-decreased',
  'request min-properties-decreased',
  'response max-length-decreased',
  'response min-length-increased',
  'response max-decreased',
  'response min-increased',
  'response exclusive-max-decreased',
  'response exclusive-min-increased',
  'response max-items-decreased',
  'response min-items-increased',
  'response max-properties-decreased',
  'response min-properties-increased',
  'response unique-items-set',
]);

/** Keywords that only ever accept less, each added and removed, in both directions and at two depths. */
export const oasdiffNarrowingKeywords: readonly VerdictPair[] = narrowings.flatMap((narrowing) => [
  ...pairsAt('body', narrowing, (schema) => schema),
  ...pairsAt('property', narrowing, objectWith),
]);

function pairsAt(
  place: 'body' | 'property',
  { what, wide, narrow, narrowed, widened }: Narrowing,
  wrap: (schema: JsonObject) => JsonValue,
): readonly VerdictPair[] {
  const [wider, narrower] = [wrap(wide), wrap(narrow)];
  return [
    {
      title: `request ${place} gains ${what}`,
      rule: ruleOf('request', place, narrowed),
      severity: 'error',
      ...requestSchemas(wider, narrower),
    },
    {
      title: `request ${place} loses ${what}`,
      rule: ruleOf('request', place, widened),
      severity: 'info',
      ...requestSchemas(narrower, wider),
    },
    {
      title: `response ${place} gains ${what}`,
      rule: ruleOf('response', place, narrowed),
      severity: 'info',
      ...responseSchemas(wider, narrower),
    },
    {
      title: `response ${place} loses ${what}`,
      rule: ruleOf('response', place, widened),
      severity: 'error',
      ...responseSchemas(narrower, wider),
    },
  ];
}

function ruleOf(direction: 'request' | 'response', place: string, step: string): string {
  return silentSteps.has(`${direction} ${step}`)
    ? 'oasdiff finds nothing'
    : `oasdiff ${direction}-${place}-${step}`;
}
