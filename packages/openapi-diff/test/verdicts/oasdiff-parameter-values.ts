import type { JsonObject } from '@apipin/openapi-model';

import {
  STRING,
  apiListingBoats,
  apiReadingBoats,
  arrayOf,
  headerParameter,
  queryParameter,
} from './operation-documents.ts';
import type { VerdictPair } from './verdict-pair.ts';

const INTEGER = { type: 'integer' };
const NUMBER = { type: 'number' };
const UUID = { type: 'string', format: 'uuid' };

/** A rule, the severity, and the schema of the parameter before and after. */
type Row = readonly [
  title: string,
  rule: string,
  severity: VerdictPair['severity'],
  old: JsonObject,
  new: JsonObject,
];

const IN_QUERY: readonly Row[] = [
  ['string to integer', 'request-parameter-type-changed', 'error', STRING, INTEGER],
  ['string to boolean', 'request-parameter-type-changed', 'error', STRING, { type: 'boolean' }],
  ['number to integer', 'request-parameter-type-changed', 'error', NUMBER, INTEGER],
  ['integer to number', 'request-parameter-type-generalized', 'info', INTEGER, NUMBER],
  ['integer to string', 'request-parameter-type-generalized', 'info', INTEGER, STRING],
  ['boolean to string', 'request-parameter-type-generalized', 'info', { type: 'boolean' }, STRING],
  ['integer to anything', 'request-parameter-type-generalized', 'info', INTEGER, {}],
  [
    'string to a list of strings',
    'request-parameter-type-generalized',
    'info',
    STRING,
    arrayOf(STRING),
  ],
  [
    'string to a list of strings or null',
    'request-parameter-type-generalized',
    'info',
    STRING,
    { type: ['array', 'null'], items: STRING },
  ],
  [
    'string or null to a list of strings or null, or null',
    'request-parameter-type-generalized',
    'info',
    { type: ['string', 'null'] },
    { type: ['array', 'null'], items: { type: ['string', 'null'] } },
  ],
  [
    'string or integer to a list of strings',
    'request-parameter-type-generalized',
    'info',
    { type: ['string', 'integer'] },
    arrayOf(STRING),
  ],
  [
    'string or integer to a list of integers',
    'request-parameter-type-changed',
    'error',
    { type: ['string', 'integer'] },
    arrayOf(INTEGER),
  ],
  [
    'string to a list of strings of a pattern',
    'request-parameter-type-changed',
    'error',
    STRING,
    arrayOf({ type: 'string', pattern: '^[a-z]+$' }),
  ],
  [
    'string or integer to a list of strings of a pattern',
    'request-parameter-type-changed',
    'error',
    { type: ['string', 'integer'] },
    arrayOf({ type: 'string', pattern: '^[a-z]+$' }),
  ],
  [
    'string to one of string and integer',
    'request-parameter-list-of-types-widened',
    'info',
    STRING,
    { oneOf: [STRING, INTEGER] },
  ],
  [
    'one of integer and boolean to integer',
    'request-parameter-list-of-types-narrowed',
    'error',
    { oneOf: [INTEGER, { type: 'boolean' }] },
    INTEGER,
  ],
  [
    'a format is replaced',
    'request-parameter-type-changed',
    'error',
    UUID,
    { ...UUID, format: 'uri' },
  ],
  ['a format is removed', 'request-parameter-type-generalized', 'info', UUID, STRING],
  [
    'int32 to int64',
    'request-parameter-type-generalized',
    'info',
    { type: 'integer', format: 'int32' },
    { type: 'integer', format: 'int64' },
  ],
  [
    'int64 to int32',
    'request-parameter-type-changed',
    'error',
    { type: 'integer', format: 'int64' },
    { type: 'integer', format: 'int32' },
  ],
  [
    'float to double',
    'request-parameter-type-generalized',
    'info',
    { type: 'number', format: 'float' },
    { type: 'number', format: 'double' },
  ],
  [
    'date to date-time',
    'request-parameter-type-generalized',
    'info',
    { type: 'string', format: 'date' },
    { type: 'string', format: 'date-time' },
  ],
  [
    'date-time to date',
    'request-parameter-type-changed',
    'error',
    { type: 'string', format: 'date-time' },
    { type: 'string', format: 'date' },
  ],
  [
    'null is allowed',
    'request-parameter-became-nullable',
    'info',
    STRING,
    { type: ['string', 'null'] },
  ],
  [
    'null is no longer allowed',
    'request-parameter-became-not-nullable',
    'error',
    { type: ['string', 'null'] },
    STRING,
  ],
  [
    'an enumeration begins',
    'request-parameter-became-enum',
    'error',
    STRING,
    { type: 'string', enum: ['sail', 'motor'] },
  ],
  [
    'an enumeration ends',
    'RequestParameterBecameNotEnum',
    'info',
    { type: 'string', enum: ['sail', 'motor'] },
    STRING,
  ],
  [
    'an enum value is added',
    'request-parameter-enum-value-added',
    'info',
    { type: 'string', enum: ['sail'] },
    { type: 'string', enum: ['sail', 'motor'] },
  ],
  [
    'an enum value is removed',
    'request-parameter-enum-value-removed',
    'error',
    { type: 'string', enum: ['sail', 'motor'] },
    { type: 'string', enum: ['sail'] },
  ],
  [
    'an enum value is replaced',
    'request-parameter-enum-value-removed',
    'error',
    { type: 'string', enum: ['sail', 'motor'] },
    { type: 'string', enum: ['sail', 'engine'] },
  ],
  [
    'a value of an extensible enumeration is removed',
    'request-parameter-x-extensible-enum-value-removed',
    'error',
    { type: 'string', 'x-extensible-enum': ['sail', 'motor'] },
    { type: 'string', 'x-extensible-enum': ['sail'] },
  ],
  [
    'the default changes',
    'request-parameter-default-value-changed',
    'info',
    { type: 'integer', default: 20 },
    { type: 'integer', default: 50 },
  ],
  [
    'a default is added',
    'request-parameter-default-value-added',
    'info',
    INTEGER,
    { type: 'integer', default: 20 },
  ],
  [
    'a default is removed',
    'request-parameter-default-value-removed',
    'info',
    { type: 'integer', default: 20 },
    INTEGER,
  ],
  [
    'a pattern is added',
    'request-parameter-pattern-added',
    'error',
    STRING,
    { type: 'string', pattern: '^[A-Z]{3}$' },
  ],
  [
    'a pattern is removed',
    'request-parameter-pattern-removed',
    'info',
    { type: 'string', pattern: '^[A-Z]{3}$' },
    STRING,
  ],
  [
    'a pattern changes',
    'request-parameter-pattern-changed',
    'warning',
    { type: 'string', pattern: '^[0-9a-f]+$' },
    { type: 'string', pattern: '^[0-9]+$' },
  ],
  [
    'a pattern comes to match everything',
    'request-parameter-pattern-generalized',
    'info',
    { type: 'string', pattern: '^[0-9a-f]+$' },
    { type: 'string', pattern: '.*' },
  ],
];

/** Of each bound: the keyword, the type it is for, a lower and a higher value, and whether a higher one admits more. */
const BOUNDS: readonly (readonly [string, string, JsonObject, number, number, boolean])[] = [
  ['maximum', 'max', INTEGER, 10, 100, true],
  ['minimum', 'min', INTEGER, 1, 10, false],
  ['exclusiveMaximum', 'exclusive-max', NUMBER, 10, 100, true],
  ['exclusiveMinimum', 'exclusive-min', NUMBER, 1, 10, false],
  ['maxLength', 'max-length', STRING, 8, 16, true],
  ['minLength', 'min-length', STRING, 2, 4, false],
  ['maxItems', 'max-items', arrayOf(STRING), 5, 10, true],
  ['minItems', 'min-items', arrayOf(STRING), 1, 2, false],
];

const BOUND_ROWS = BOUNDS.flatMap(([keyword, name, schema, low, high, wide]): readonly Row[] => {
  const bounded = (value: number): JsonObject => ({ ...schema, [keyword]: value });
  const rule = `request-parameter-${name}`;
  const [raised, lowered] = wide ? (['info', 'error'] as const) : (['error', 'info'] as const);
  return [
    [`${keyword} is set`, `${rule}-set`, 'error', schema, bounded(high)],
    [`${keyword} is removed`, `${rule}-unset`, 'info', bounded(high), schema],
    [`${keyword} rises`, `${rule}-increased`, raised, bounded(low), bounded(high)],
    [`${keyword} falls`, `${rule}-decreased`, lowered, bounded(high), bounded(low)],
  ];
});

const MULTIPLES: readonly Row[] = [
  [
    'multipleOf is set',
    'request-parameter-multiple-of-set',
    'error',
    INTEGER,
    { ...INTEGER, multipleOf: 5 },
  ],
  [
    'multipleOf is removed',
    'request-parameter-multiple-of-unset',
    'info',
    { ...INTEGER, multipleOf: 5 },
    INTEGER,
  ],
];

const IN_HEADER: readonly Row[] = [
  ['string to integer', 'request-parameter-type-changed', 'error', STRING, INTEGER],
  [
    'a format is replaced',
    'request-parameter-type-changed',
    'error',
    UUID,
    { ...UUID, format: 'uri' },
  ],
  [
    'the default changes',
    'request-parameter-default-value-changed',
    'info',
    { type: 'string', default: 'north' },
    { type: 'string', default: 'south' },
  ],
];

const IN_PATH: readonly Row[] = [
  ['string to integer', 'request-parameter-type-changed', 'error', STRING, INTEGER],
  ['a format is added', 'request-parameter-type-changed', 'error', STRING, UUID],
  ['a format is removed', 'request-parameter-type-generalized', 'info', UUID, STRING],
  [
    'integer to integer or string',
    'request-parameter-type-generalized',
    'info',
    INTEGER,
    { type: ['integer', 'string'] },
  ],
  [
    'integer or string to number or string',
    'request-parameter-type-generalized',
    'info',
    { type: ['integer', 'string'] },
    { type: ['number', 'string'] },
  ],
  [
    'string to a list of strings',
    'request-parameter-type-changed',
    'error',
    STRING,
    arrayOf(STRING),
  ],
  [
    'an enumeration begins',
    'request-parameter-became-enum',
    'error',
    STRING,
    { type: 'string', enum: ['sail', 'motor'] },
  ],
  [
    'an enum value is removed',
    'request-parameter-enum-value-removed',
    'error',
    { type: 'string', enum: ['sail', 'motor'] },
    { type: 'string', enum: ['sail'] },
  ],
  [
    'a pattern changes',
    'request-parameter-pattern-changed',
    'warning',
    { type: 'string', pattern: '^[0-9a-f]+$' },
    { type: 'string', pattern: '^[0-9]+$' },
  ],
];

/** The pairs of some rows, with the document that each schema stands in. */
function pairsOf(
  place: string,
  rows: readonly Row[],
  documentWith: (schema: JsonObject) => JsonObject,
): readonly VerdictPair[] {
  return rows.map(([title, rule, severity, old, next]) => ({
    title: `${place}: ${title}`,
    rule: `oasdiff ${rule}`,
    severity,
    old: documentWith(old),
    new: documentWith(next),
  }));
}

/** What oasdiff says of the values that a parameter may take. */
export const oasdiffParameterValues: readonly VerdictPair[] = [
  ...pairsOf('query parameter', [...IN_QUERY, ...BOUND_ROWS, ...MULTIPLES], (schema) =>
    apiListingBoats({ parameters: [queryParameter('kind', schema)] }),
  ),
  ...pairsOf('header parameter', IN_HEADER, (schema) =>
    apiListingBoats({ parameters: [headerParameter('X-Kind', schema)] }),
  ),
  ...pairsOf('path parameter', IN_PATH, (schema) => apiReadingBoats(schema)),
  {
    title: 'query parameter in OpenAPI 3.0: null is allowed',
    rule: 'oasdiff request-parameter-became-nullable',
    severity: 'info',
    old: apiListingBoats({ parameters: [queryParameter('kind')] }, { openapi: '3.0.3' }),
    new: apiListingBoats(
      { parameters: [queryParameter('kind', { type: 'string', nullable: true })] },
      { openapi: '3.0.3' },
    ),
  },
  {
    title: 'query parameter in OpenAPI 3.0: null is no longer allowed',
    rule: 'oasdiff request-parameter-became-not-nullable',
    severity: 'error',
    old: apiListingBoats(
      { parameters: [queryParameter('kind', { type: 'string', nullable: true })] },
      { openapi: '3.0.3' },
    ),
    new: apiListingBoats({ parameters: [queryParameter('kind')] }, { openapi: '3.0.3' }),
  },
];
