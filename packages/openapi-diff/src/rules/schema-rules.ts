import { defineRules, type Meanings, type Place } from './define-rules.ts';
import { STABILITY, SUNSET } from './lifecycle-meanings.ts';
import type { Rule } from './rule.ts';

/** Where a schema is used. */
export type SchemaPlace =
  | 'request-body'
  | 'request-property'
  | 'request-parameter'
  | 'request-parameter-property'
  | 'response-body'
  | 'response-property'
  | 'response-header'
  | 'response-header-property';

const place = (id: SchemaPlace, area: Place['area']): Place => {
  const direction = id.startsWith('request') ? 'request' : 'response';
  return { id, area, direction, polarity: direction };
};

/** Where schemas are used, by id. */
export const SCHEMA_PLACES: Readonly<Record<SchemaPlace, Place>> = {
  'request-body': place('request-body', 'schema'),
  'request-property': place('request-property', 'schema'),
  'request-parameter': place('request-parameter', 'parameter'),
  'request-parameter-property': place('request-parameter-property', 'parameter'),
  'response-body': place('response-body', 'schema'),
  'response-property': place('response-property', 'schema'),
  'response-header': place('response-header', 'header'),
  'response-header-property': place('response-header-property', 'header'),
};

/** A limit from above; more of it lets more through. */
const UPPER: Meanings = {
  set: { effect: 'narrows', types: 'unseen' },
  unset: { effect: 'widens', types: 'unseen' },
  decreased: { effect: 'narrows', types: 'unseen' },
  increased: { effect: 'widens', types: 'unseen' },
};

/** A limit from below; more of it lets less through. */
const LOWER: Meanings = {
  set: { effect: 'narrows', types: 'unseen' },
  unset: { effect: 'widens', types: 'unseen' },
  increased: { effect: 'narrows', types: 'unseen' },
  decreased: { effect: 'widens', types: 'unseen' },
};

/** A further demand that types do not express. */
const UNSEEN_DEMAND: Meanings = {
  added: { effect: 'narrows', types: 'unseen' },
  removed: { effect: 'widens', types: 'unseen' },
  generalized: { effect: 'widens', types: 'unseen' },
  specialized: { effect: 'narrows', types: 'unseen' },
  changed: { effect: 'incomparable', types: 'unseen' },
};

/** The same, where what it says is not told wide from narrow. */
const UNREAD_DEMAND: Meanings = {
  added: { effect: 'narrows', types: 'unseen' },
  removed: { effect: 'widens', types: 'unseen' },
  changed: { effect: 'incomparable', types: 'unseen' },
};

/** A way to conform beside others. */
const ALTERNATIVE: Meanings = {
  added: { effect: 'widens' },
  removed: { effect: 'narrows', types: 'removes' },
  // What was said alone is said as one way of several, or the other way round.
  wrapped: { effect: 'widens' },
  unwrapped: { effect: 'narrows', types: 'removes' },
  changed: { effect: 'incomparable' },
};

/** Words about a value that do not restrict it. */
const ANNOTATION: Meanings = {
  added: { effect: 'none', types: 'unseen' },
  removed: { effect: 'none', types: 'unseen' },
  changed: { effect: 'none', types: 'unseen' },
};

/**
 * What can happen to a schema wherever it is used, by kind.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-validation
 */
const KINDS: Readonly<Record<string, Meanings>> = {
  type: {
    generalized: { effect: 'widens' },
    specialized: { effect: 'narrows' },
    changed: { effect: 'incomparable' },
  },
  // A schema that accepts nothing.
  'false-schema': { set: { effect: 'narrows' }, unset: { effect: 'widens' } },
  // Types of TypeScript do not tell integers from numbers, nor one format of a string from another.
  'number-type': {
    generalized: { effect: 'widens', types: 'unseen' },
    specialized: { effect: 'narrows', types: 'unseen' },
  },
  format: {
    set: { effect: 'narrows', types: 'unseen' },
    unset: { effect: 'widens', types: 'unseen' },
    generalized: { effect: 'widens', types: 'unseen' },
    specialized: { effect: 'narrows', types: 'unseen' },
    changed: { effect: 'incomparable', types: 'unseen' },
  },
  '': {
    'became-nullable': { effect: 'widens' },
    'became-not-nullable': { effect: 'narrows' },
    // A comparison with a value that is not listed does not compile any more.
    'became-enum': { effect: 'narrows', types: 'removes' },
    'became-not-enum': { effect: 'widens' },
  },
  enum: {
    'value-added': { effect: 'widens' },
    'value-removed': { effect: 'narrows', types: 'removes' },
  },
  const: { changed: { effect: 'incomparable', types: 'removes' } },
  default: ANNOTATION,
  min: LOWER,
  max: UPPER,
  'min-length': LOWER,
  'max-length': UPPER,
  'min-items': LOWER,
  'max-items': UPPER,
  'min-properties': LOWER,
  'max-properties': UPPER,
  // It is never unset: one is what it is by default.
  'min-contains': {
    increased: { effect: 'narrows', types: 'unseen' },
    decreased: { effect: 'widens', types: 'unseen' },
  },
  'max-contains': UPPER,
  'multiple-of': {
    set: { effect: 'narrows', types: 'unseen' },
    unset: { effect: 'widens', types: 'unseen' },
    generalized: { effect: 'widens', types: 'unseen' },
    specialized: { effect: 'narrows', types: 'unseen' },
    changed: { effect: 'incomparable', types: 'unseen' },
  },
  pattern: {
    added: { effect: 'narrows', types: 'unseen' },
    removed: { effect: 'widens', types: 'unseen' },
    generalized: { effect: 'widens', types: 'unseen' },
    specialized: { effect: 'narrows', types: 'unseen' },
    changed: { effect: 'unknown', types: 'unseen' },
  },
  'unique-items': {
    set: { effect: 'narrows', types: 'unseen' },
    unset: { effect: 'widens', types: 'unseen' },
  },
  'additional-properties': {
    generalized: { effect: 'widens', types: 'adds' },
    specialized: { effect: 'narrows', types: 'removes' },
  },
  'pattern-property': { added: { effect: 'narrows' }, removed: { effect: 'widens' } },
  'property-names': UNSEEN_DEMAND,
  'dependent-required': UNSEEN_DEMAND,
  'dependent-schema': UNSEEN_DEMAND,
  contains: UNSEEN_DEMAND,
  'unevaluated-properties': UNSEEN_DEMAND,
  'unevaluated-items': UNSEEN_DEMAND,
  'content-schema': UNREAD_DEMAND,
  'content-encoding': { changed: { effect: 'incomparable', types: 'unseen' } },
  'content-media-type': { changed: { effect: 'incomparable', types: 'unseen' } },
  'all-of': { added: { effect: 'narrows' }, removed: { effect: 'widens', types: 'removes' } },
  'any-of': ALTERNATIVE,
  // Of `oneOf` a value must match one way alone, and nobody proved that it does not match the new ones too.
  'one-of': { ...ALTERNATIVE, wrapped: { effect: 'unknown' } },
  not: UNSEEN_DEMAND,
  if: UNREAD_DEMAND,
  then: UNSEEN_DEMAND,
  else: UNSEEN_DEMAND,
  discriminator: ANNOTATION,
  'discriminator-mapping': ANNOTATION,
  'extensible-enum': {
    'value-added': { effect: 'none', types: 'unseen' },
    'value-removed': { effect: 'narrows', types: 'unseen' },
  },
  'read-only': {
    set: { effect: 'none', types: 'unseen' },
    unset: { effect: 'none', types: 'unseen' },
  },
  'write-only': {
    set: { effect: 'none', types: 'unseen' },
    unset: { effect: 'none', types: 'unseen' },
  },
  deprecated: {
    set: { effect: 'none', types: 'unseen' },
    unset: { effect: 'none', types: 'unseen' },
  },
  sunset: SUNSET,
  stability: STABILITY,
};

/** What can happen to a property as a member of its object. */
const PROPERTY: Meanings = {
  'added-required': { effect: 'narrows' },
  'removed-required': { effect: 'widens', types: 'removes' },
  'added-optional': { effect: 'none', types: 'adds' },
  'removed-optional': { effect: 'none', types: 'removes' },
  'became-required': { effect: 'narrows' },
  'became-optional': { effect: 'widens' },
};

/** Every rule about schemas. */
export const SCHEMA_RULES: readonly Rule[] = Object.values(SCHEMA_PLACES).flatMap((at) => [
  ...Object.entries(KINDS).flatMap(([kind, meanings]) => defineRules(at, kind, meanings)),
  ...(at.id.endsWith('-property') ? defineRules(at, '', PROPERTY) : []),
]);
