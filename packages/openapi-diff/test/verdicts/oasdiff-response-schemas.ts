import { objectWith, openapi30, responseSchemas } from './documents.ts';
import {
  barrelRef,
  crate,
  crateRef,
  goods,
  goodsOf,
  letter,
  letterRef,
  sameGoods,
} from './goods.ts';
import type { VerdictPair } from './verdict-pair.ts';

const text = { type: 'string' };
const size = { type: 'string', enum: ['small', 'large'] };
const receipt = {
  type: 'object',
  properties: { number: text, signedBy: text },
  required: ['number'],
};
const paid = { type: 'object', properties: { price: text }, required: ['price'] };

const properties: readonly VerdictPair[] = [
  {
    title: 'a required property is gone from the response',
    rule: 'oasdiff response-required-property-removed',
    severity: 'error',
    ...responseSchemas(receipt, { type: 'object', properties: { signedBy: text } }),
  },
  {
    title: 'a required property is gone from the response but required still names it',
    rule: 'oasdiff response-required-property-removed',
    severity: 'error',
    ...responseSchemas(receipt, { ...receipt, properties: { signedBy: text } }),
  },
  {
    title: 'an optional property is gone from the response',
    rule: 'oasdiff response-optional-property-removed',
    severity: 'info',
    ...responseSchemas(receipt, { ...receipt, properties: { number: text } }),
  },
  {
    title: 'a required writeOnly property is gone from the response',
    rule: 'oasdiff response-required-write-only-property-removed',
    severity: 'info',
    ...responseSchemas(
      {
        ...receipt,
        properties: { ...receipt.properties, pin: { ...text, writeOnly: true } },
        required: ['number', 'pin'],
      },
      receipt,
    ),
  },
  {
    title: 'an optional writeOnly property is gone from the response',
    rule: 'oasdiff response-optional-write-only-property-removed',
    severity: 'info',
    ...responseSchemas(
      { ...receipt, properties: { ...receipt.properties, pin: { ...text, writeOnly: true } } },
      receipt,
    ),
  },
  {
    title: 'a required property is new in the response',
    rule: 'oasdiff response-required-property-added',
    severity: 'info',
    ...responseSchemas(receipt, {
      ...receipt,
      properties: { ...receipt.properties, price: text },
      required: ['number', 'price'],
    }),
  },
  {
    title: 'an optional property is new in the response',
    rule: 'oasdiff response-optional-property-added',
    severity: 'info',
    ...responseSchemas(receipt, {
      ...receipt,
      properties: { ...receipt.properties, price: text },
    }),
  },
  {
    title: 'a required writeOnly property is new in the response',
    rule: 'oasdiff response-required-write-only-property-added',
    severity: 'info',
    ...responseSchemas(receipt, {
      ...receipt,
      properties: { ...receipt.properties, pin: { ...text, writeOnly: true } },
      required: ['number', 'pin'],
    }),
  },
  {
    title: 'an optional writeOnly property is new in the response',
    rule: 'oasdiff response-optional-write-only-property-added',
    severity: 'info',
    ...responseSchemas(receipt, {
      ...receipt,
      properties: { ...receipt.properties, pin: { ...text, writeOnly: true } },
    }),
  },
  {
    title: 'a response property becomes optional',
    rule: 'oasdiff response-property-became-optional',
    severity: 'error',
    ...responseSchemas(receipt, { ...receipt, required: [] }),
  },
  {
    title: 'a property of the items of a response becomes optional',
    rule: 'oasdiff response-property-became-optional',
    severity: 'error',
    ...responseSchemas(
      { type: 'array', items: receipt },
      { type: 'array', items: { ...receipt, required: [] } },
    ),
  },
  {
    title: 'a property whose name looks like a path of allOf becomes optional in the response',
    rule: 'oasdiff response-property-became-optional (TestDisclaimer_PropertyNamedLikeAnAllOfPathIsNotOne)',
    severity: 'error',
    ...responseSchemas(
      { type: 'object', properties: { 'allOf[#1]/price': paid } },
      { type: 'object', properties: { 'allOf[#1]/price': { ...paid, required: [] } } },
    ),
  },
  {
    title: 'a writeOnly response property becomes optional',
    rule: 'oasdiff response-write-only-property-became-optional',
    severity: 'info',
    ...responseSchemas(
      { type: 'object', properties: { pin: { ...text, writeOnly: true } }, required: ['pin'] },
      { type: 'object', properties: { pin: { ...text, writeOnly: true } } },
    ),
  },
  {
    title: 'a response property becomes required',
    rule: 'oasdiff response-property-became-required',
    severity: 'info',
    ...responseSchemas(receipt, { ...receipt, required: ['number', 'signedBy'] }),
  },
  {
    title: 'a writeOnly response property becomes required',
    rule: 'oasdiff response-write-only-property-became-required',
    severity: 'info',
    ...responseSchemas(
      { type: 'object', properties: { pin: { ...text, writeOnly: true } } },
      { type: 'object', properties: { pin: { ...text, writeOnly: true } }, required: ['pin'] },
    ),
  },
  {
    title: 'a required property is gone from a branch of allOf in the response',
    rule: 'oasdiff response-required-property-removed (TestBreaking_RespBodyDeleteAllOfRequiredProperty)',
    severity: 'error',
    ...responseSchemas({ allOf: [receipt, paid] }, { allOf: [receipt, { type: 'object' }] }),
  },
  {
    title: 'a required property is new in a branch of allOf in the response',
    rule: 'oasdiff response-required-property-added (TestBreaking_RespBodyNewAllOfRequiredProperty)',
    severity: 'info',
    ...responseSchemas({ allOf: [receipt, { type: 'object' }] }, { allOf: [receipt, paid] }),
  },
  {
    title: 'a property becomes optional in a branch of anyOf in the response',
    rule: 'oasdiff response-property-became-optional (TestBreaking_OneOf)',
    severity: 'error',
    ...responseSchemas(
      { anyOf: [letterRef, crateRef] },
      { anyOf: [letterRef, crateRef] },
      {
        oldComponents: { ...goods, Crate: { ...crate, required: ['kind', 'weight'] } },
        newComponents: goods,
      },
    ),
  },
  {
    title: 'a property becomes optional in a branch of oneOf in the response',
    rule: 'oasdiff response-property-became-optional (TestBreaking_OneOf)',
    severity: 'error',
    ...responseSchemas(
      { oneOf: [letterRef, crateRef] },
      { oneOf: [letterRef, crateRef] },
      {
        oldComponents: { ...goods, Crate: { ...crate, required: ['kind', 'weight'] } },
        newComponents: goods,
      },
    ),
  },
  {
    title: 'one of two branches of allOf no longer requires what both required in the response',
    rule: 'oasdiff response-property-became-optional (TestDisclaimer_AllOfCapsSeverity)',
    severity: 'warning',
    ...responseSchemas(
      { allOf: [receipt, { type: 'object', required: ['number'] }] },
      {
        allOf: [
          { ...receipt, required: [] },
          { type: 'object', required: ['number'] },
        ],
      },
    ),
  },
  {
    title:
      'one of two branches of allOf in a response property no longer requires what both required',
    rule: 'oasdiff response-property-became-optional (TestDisclaimer_AllOfOnAnAncestorProperty)',
    severity: 'warning',
    ...responseSchemas(
      objectWith({ allOf: [receipt, { type: 'object', required: ['number'] }] }),
      objectWith({
        allOf: [
          { ...receipt, required: [] },
          { type: 'object', required: ['number'] },
        ],
      }),
    ),
  },
  {
    title: 'a required property is gone from the values of additionalProperties in the response',
    rule: 'oasdiff response-required-property-removed (TestAdditionalPropertiesTraversalDeletedRequiredProperty)',
    severity: 'error',
    ...responseSchemas(
      { type: 'object', additionalProperties: receipt },
      { type: 'object', additionalProperties: { type: 'object', properties: { signedBy: text } } },
    ),
  },
  {
    title: 'a required property is new in the values of additionalProperties in the response',
    rule: 'oasdiff response-required-property-added (TestAdditionalPropertiesTraversalAddedRequiredProperty)',
    severity: 'info',
    ...responseSchemas(
      { type: 'object', additionalProperties: { type: 'object', properties: { signedBy: text } } },
      { type: 'object', additionalProperties: receipt },
    ),
  },
];

const types: readonly VerdictPair[] = [
  {
    title: 'response body string → number',
    rule: 'oasdiff response-body-type-changed',
    severity: 'error',
    ...responseSchemas(text, { type: 'number' }),
  },
  {
    title: 'response body number → string',
    rule: 'oasdiff response-body-type-changed',
    severity: 'error',
    ...responseSchemas({ type: 'number' }, text),
  },
  {
    title: 'response body string → object',
    rule: 'oasdiff response-body-type-changed',
    severity: 'error',
    ...responseSchemas(text, receipt),
  },
  {
    title: 'response body number → integer',
    rule: 'oasdiff response-body-type-specialized',
    severity: 'info',
    ...responseSchemas({ type: 'number' }, { type: 'integer' }),
  },
  {
    title: 'response body integer → number',
    rule: 'oasdiff response-body-type-generalized',
    severity: 'error',
    ...responseSchemas({ type: 'integer' }, { type: 'number' }),
  },
  {
    title: 'response body number → integer of format int32',
    rule: 'oasdiff response-body-type-specialized',
    severity: 'info',
    ...responseSchemas({ type: 'number' }, { type: 'integer', format: 'int32' }),
  },
  {
    title: 'response body may have one type fewer',
    rule: 'oasdiff response-body-type-specialized',
    severity: 'info',
    ...responseSchemas({ type: ['string', 'integer'] }, text),
  },
  {
    title: 'response body may have one more type',
    rule: 'oasdiff response-body-type-generalized',
    severity: 'error',
    ...responseSchemas(text, { type: ['string', 'integer'] }),
  },
  {
    title: 'response body gains a type',
    rule: 'oasdiff response-body-type-specialized',
    severity: 'info',
    ...responseSchemas({}, text),
  },
  {
    title: 'response body loses its type',
    rule: 'oasdiff response-body-type-generalized',
    severity: 'error',
    ...responseSchemas(text, {}),
  },
  {
    title: 'response body loses a type and widens its format',
    rule: 'oasdiff response-body-type-changed (TestResponseBodyTypeNarrowWithBreakingFormatStillBreaking)',
    severity: 'error',
    ...responseSchemas(
      { type: ['string', 'integer'], format: 'int32' },
      { type: 'integer', format: 'int64' },
    ),
  },
  {
    title: 'property of a response property string → integer',
    rule: 'oasdiff response-property-type-changed',
    severity: 'error',
    ...responseSchemas(
      objectWith(receipt),
      objectWith({
        ...receipt,
        properties: { ...receipt.properties, number: { type: 'integer' } },
      }),
    ),
  },
  {
    title: 'property of the items of a response string → integer of format int32',
    rule: 'oasdiff response-property-type-changed',
    severity: 'error',
    ...responseSchemas(
      { type: 'array', items: objectWith(text) },
      { type: 'array', items: objectWith({ type: 'integer', format: 'int32' }) },
    ),
  },
  {
    title: 'response property string → string or integer',
    rule: 'oasdiff response-property-type-generalized',
    severity: 'error',
    ...responseSchemas(objectWith(text), objectWith({ type: ['integer', 'string'] })),
  },
  {
    title: 'response property number or string → integer',
    rule: 'oasdiff response-property-type-specialized',
    severity: 'info',
    ...responseSchemas(objectWith({ type: ['number', 'string'] }), objectWith({ type: 'integer' })),
  },
  {
    title: 'response property swaps one of two types',
    rule: 'oasdiff response-property-type-changed',
    severity: 'error',
    ...responseSchemas(
      objectWith({ type: ['string', 'integer'] }),
      objectWith({ type: ['string', 'boolean'] }),
    ),
  },
  {
    title: 'response property gains a type',
    rule: 'oasdiff response-property-type-specialized',
    severity: 'info',
    ...responseSchemas(objectWith({}), objectWith(text)),
  },
  {
    title: 'response property loses its type',
    rule: 'oasdiff response-property-type-generalized',
    severity: 'error',
    ...responseSchemas(objectWith(text), objectWith({})),
  },
  {
    title: 'property in the values of additionalProperties integer → string in the response',
    rule: 'oasdiff response-property-type-changed (TestResponseAdditionalPropertyTypeChangedCheck)',
    severity: 'error',
    ...responseSchemas(
      { type: 'object', additionalProperties: objectWith({ type: 'integer' }) },
      { type: 'object', additionalProperties: objectWith(text) },
    ),
  },
  {
    title: 'property in the values of a map in a response property integer → string',
    rule: 'oasdiff response-property-type-changed (TestResponseEmbeddedAdditionalPropertyTypeChangedCheck)',
    severity: 'error',
    ...responseSchemas(
      objectWith({ type: 'object', additionalProperties: objectWith({ type: 'integer' }) }),
      objectWith({ type: 'object', additionalProperties: objectWith(text) }),
    ),
  },
  {
    title: 'property in a branch of anyOf inside a branch of anyOf string → number in the response',
    rule: 'oasdiff response-property-type-changed (TestResponsePropertyAnyOfModified)',
    severity: 'error',
    ...responseSchemas(
      {
        anyOf: [letterRef, objectWith({ anyOf: [crateRef, { $ref: '#/components/schemas/Tag' }] })],
      },
      {
        anyOf: [letterRef, objectWith({ anyOf: [crateRef, { $ref: '#/components/schemas/Tag' }] })],
      },
      {
        oldComponents: { ...goods, Tag: goodsOf('tag', { words: text }) },
        newComponents: { ...goods, Tag: goodsOf('tag', { words: { type: 'number' } }) },
      },
    ),
  },
  {
    title: 'an inline branch of anyOf string → number in the response',
    rule: 'oasdiff response-property-type-changed (TestResponsePropertyAnyOfModified)',
    severity: 'error',
    ...responseSchemas(
      { anyOf: [receipt, { title: 'Note', ...text }] },
      { anyOf: [receipt, { title: 'Note', type: 'number' }] },
    ),
  },
  {
    title: 'a plain text response body string → integer',
    rule: 'oasdiff response-body-type-compatible',
    severity: 'info',
    ...responseSchemas(text, { type: 'integer' }, { mediaType: 'text/plain' }),
  },
  {
    title: 'a property of an XML response string → integer, all text on the wire',
    rule: 'oasdiff response-property-type-compatible',
    severity: 'info',
    ...responseSchemas(objectWith(text), objectWith({ type: 'integer' }), {
      mediaType: 'application/xml',
    }),
  },
  {
    title: 'response property: one simple type → oneOf it and another',
    rule: 'oasdiff response-property-list-of-types-widened',
    severity: 'error',
    ...responseSchemas(objectWith(text), objectWith({ oneOf: [text, { type: 'integer' }] })),
  },
  {
    title: 'response property: oneOf two simple types → one of them',
    rule: 'oasdiff response-property-list-of-types-narrowed',
    severity: 'info',
    ...responseSchemas(objectWith({ oneOf: [text, { type: 'integer' }] }), objectWith(text)),
  },
  {
    title: 'response body: one simple type → anyOf it and another',
    rule: 'oasdiff response-body-list-of-types-widened',
    severity: 'error',
    ...responseSchemas(text, { anyOf: [text, { type: 'integer' }] }),
  },
  {
    title: 'response body: anyOf two simple types → one of them',
    rule: 'oasdiff response-body-list-of-types-narrowed',
    severity: 'info',
    ...responseSchemas({ anyOf: [text, { type: 'integer' }] }, text),
  },
];

const formats: readonly VerdictPair[] = [
  {
    title: 'response property of format hostname → uuid',
    rule: 'oasdiff response-property-type-changed (TestResponsePropertyFormatChangedCheck)',
    severity: 'error',
    ...responseSchemas(
      objectWith({ ...text, format: 'hostname' }),
      objectWith({ ...text, format: 'uuid' }),
    ),
  },
  {
    title: 'response property gains a format',
    rule: 'oasdiff response-property-type-specialized',
    severity: 'info',
    ...responseSchemas(objectWith(text), objectWith({ ...text, format: 'date-time' })),
  },
  {
    title: 'response property loses its format',
    rule: 'oasdiff response-property-type-generalized',
    severity: 'error',
    ...responseSchemas(objectWith({ ...text, format: 'date-time' }), objectWith(text)),
  },
  {
    title: 'response property of format int64 → int32',
    rule: 'oasdiff response-property-type-specialized',
    severity: 'info',
    ...responseSchemas(
      objectWith({ type: 'integer', format: 'int64' }),
      objectWith({ type: 'integer', format: 'int32' }),
    ),
  },
  {
    title: 'response property of format int32 → int64',
    rule: 'oasdiff response-property-type-generalized',
    severity: 'error',
    ...responseSchemas(
      objectWith({ type: 'integer', format: 'int32' }),
      objectWith({ type: 'integer', format: 'int64' }),
    ),
  },
  {
    title: 'response property of format double → float',
    rule: 'oasdiff response-property-type-specialized',
    severity: 'info',
    ...responseSchemas(
      objectWith({ type: 'number', format: 'double' }),
      objectWith({ type: 'number', format: 'float' }),
    ),
  },
  {
    title: 'response property of format float → double',
    rule: 'oasdiff response-property-type-generalized',
    severity: 'error',
    ...responseSchemas(
      objectWith({ type: 'number', format: 'float' }),
      objectWith({ type: 'number', format: 'double' }),
    ),
  },
  {
    title: 'response property of format date-time → date',
    rule: 'oasdiff response-property-type-specialized',
    severity: 'info',
    ...responseSchemas(
      objectWith({ ...text, format: 'date-time' }),
      objectWith({ ...text, format: 'date' }),
    ),
  },
  {
    title: 'response property of format date → date-time',
    rule: 'oasdiff response-property-type-generalized',
    severity: 'error',
    ...responseSchemas(
      objectWith({ ...text, format: 'date' }),
      objectWith({ ...text, format: 'date-time' }),
    ),
  },
];

const nullability: readonly VerdictPair[] = [
  {
    title: 'response body becomes nullable',
    rule: 'oasdiff response-body-became-nullable',
    severity: 'error',
    ...responseSchemas(receipt, { ...receipt, nullable: true }, openapi30),
  },
  {
    title: 'response body is no longer nullable',
    rule: 'oasdiff response-body-became-not-nullable',
    severity: 'info',
    ...responseSchemas({ ...receipt, nullable: true }, receipt, openapi30),
  },
  {
    title: 'response property becomes nullable',
    rule: 'oasdiff response-property-became-nullable',
    severity: 'error',
    ...responseSchemas(objectWith(text), objectWith({ ...text, nullable: true }), openapi30),
  },
  {
    title: 'property of a response property becomes nullable',
    rule: 'oasdiff response-property-became-nullable (TestBreaking_RespBodyEmbeddedPropertyNullable)',
    severity: 'error',
    ...responseSchemas(
      objectWith(objectWith(text)),
      objectWith(objectWith({ ...text, nullable: true })),
      openapi30,
    ),
  },
  {
    title: 'response property is no longer nullable',
    rule: 'oasdiff response-property-became-not-nullable',
    severity: 'info',
    ...responseSchemas(objectWith({ ...text, nullable: true }), objectWith(text), openapi30),
  },
  {
    title: 'response property may be null, by a list of types',
    rule: 'oasdiff response-property-became-nullable',
    severity: 'error',
    ...responseSchemas(objectWith(text), objectWith({ type: ['string', 'null'] })),
  },
  {
    title: 'response property may not be null any more, by a list of types',
    rule: 'oasdiff response-property-became-not-nullable',
    severity: 'info',
    ...responseSchemas(objectWith({ type: ['string', 'null'] }), objectWith(text)),
  },
  {
    title: 'an enum in the response is wrapped in oneOf with null',
    rule: 'oasdiff response-property-became-nullable (TestNullableWrapping_ResponseProperty)',
    severity: 'error',
    ...responseSchemas(objectWith(size), objectWith({ oneOf: [{ type: 'null' }, size] })),
  },
  {
    title: 'a reference in the response loses its oneOf with null',
    rule: 'oasdiff response-property-became-not-nullable (TestNullableUnwrapping_SingleFindingPerLevel)',
    severity: 'info',
    ...responseSchemas(
      objectWith({ oneOf: [{ type: 'null' }, crateRef] }),
      objectWith(crateRef),
      sameGoods,
    ),
  },
];

const values: readonly VerdictPair[] = [
  {
    title: 'response property enum gains a value',
    rule: 'oasdiff response-property-enum-value-added',
    severity: 'error',
    ...responseSchemas(objectWith(size), objectWith({ ...size, enum: ['small', 'large', 'huge'] })),
  },
  {
    title: 'enum in a property of a response property gains a value',
    rule: 'oasdiff response-property-enum-value-added (TestBreaking_AddedResponseEnum)',
    severity: 'error',
    ...responseSchemas(
      objectWith(objectWith(size)),
      objectWith(objectWith({ ...size, enum: ['small', 'large', 'huge'] })),
    ),
  },
  {
    title: 'response property enum loses a value',
    rule: 'oasdiff response-property-enum-value-removed',
    severity: 'info',
    ...responseSchemas(objectWith(size), objectWith({ ...size, enum: ['small'] })),
  },
  {
    title: 'enum of a writeOnly response property gains a value',
    rule: 'oasdiff response-write-only-property-enum-value-added',
    severity: 'info',
    ...responseSchemas(
      objectWith({ ...size, writeOnly: true }),
      objectWith({ ...size, writeOnly: true, enum: ['small', 'large', 'huge'] }),
    ),
  },
  {
    title: 'response property is restricted to an enum',
    rule: 'oasdiff response-property-became-enum',
    severity: 'info',
    ...responseSchemas(objectWith(text), objectWith(size)),
  },
  {
    title: 'response property loses its enum',
    rule: 'oasdiff response-property-became-not-enum',
    severity: 'error',
    ...responseSchemas(objectWith(size), objectWith(text)),
  },
  {
    title: 'response body enum gains a value',
    rule: 'oasdiff response-mediatype-enum-value-added',
    severity: 'error',
    ...responseSchemas(size, { ...size, enum: ['small', 'large', 'huge'] }),
  },
  {
    title: 'response body enum loses a value',
    rule: 'oasdiff response-mediatype-enum-value-removed',
    severity: 'info',
    ...responseSchemas(size, { ...size, enum: ['small'] }),
  },
  {
    title: 'response body is restricted to an enum',
    rule: 'oasdiff response-mediatype-became-enum',
    severity: 'info',
    ...responseSchemas(text, size),
  },
  {
    title: 'response body loses its enum',
    rule: 'oasdiff response-mediatype-became-not-enum',
    severity: 'error',
    ...responseSchemas(size, text),
  },
  {
    title: 'const of the response body changes',
    rule: 'oasdiff response-body-const-changed',
    severity: 'error',
    ...responseSchemas({ const: 'small' }, { const: 'large' }),
  },
  {
    title: 'const of a response property changes',
    rule: 'oasdiff response-property-const-changed',
    severity: 'error',
    ...responseSchemas(objectWith({ const: 'small' }), objectWith({ const: 'large' })),
  },
];

const constraints: readonly VerdictPair[] = [
  {
    title: 'response property gains a pattern',
    rule: 'oasdiff response-property-pattern-added',
    severity: 'info',
    ...responseSchemas(objectWith(text), objectWith({ ...text, pattern: '^[A-Z]{2}$' })),
  },
  {
    title: 'response property loses its pattern',
    rule: 'oasdiff response-property-pattern-removed',
    severity: 'error',
    ...responseSchemas(objectWith({ ...text, pattern: '^[A-Z]{2}$' }), objectWith(text)),
  },
  {
    title: 'pattern of a response property changes',
    rule: 'oasdiff response-property-pattern-changed',
    severity: 'warning',
    ...responseSchemas(
      objectWith({ ...text, pattern: '^[A-Z]{2}$' }),
      objectWith({ ...text, pattern: '^[A-Z]{2,3}$' }),
    ),
  },
  {
    title: 'pattern of a response property matches everything now',
    rule: 'oasdiff response-property-pattern-changed (TestBreaking_ModifyPatternToAnyString)',
    severity: 'warning',
    ...responseSchemas(
      objectWith({ ...text, pattern: '^[A-Z]{2}$' }),
      objectWith({ ...text, pattern: '.*' }),
    ),
  },
  {
    title: 'multipleOf of the response body becomes one of its multiples',
    rule: 'oasdiff response-body-multiple-of-specialized',
    severity: 'info',
    ...responseSchemas({ type: 'integer', multipleOf: 5 }, { type: 'integer', multipleOf: 10 }),
  },
  {
    title: 'multipleOf of a response property becomes one of its multiples',
    rule: 'oasdiff response-property-multiple-of-specialized',
    severity: 'info',
    ...responseSchemas(
      objectWith({ type: 'integer', multipleOf: 5 }),
      objectWith({ type: 'integer', multipleOf: 10 }),
    ),
  },
  {
    title: 'multipleOf of the response body becomes one of its divisors',
    rule: 'oasdiff response-body-multiple-of-changed',
    severity: 'error',
    ...responseSchemas({ type: 'integer', multipleOf: 10 }, { type: 'integer', multipleOf: 5 }),
  },
  {
    title: 'multipleOf of a response property becomes an unrelated number',
    rule: 'oasdiff response-property-multiple-of-changed',
    severity: 'error',
    ...responseSchemas(
      objectWith({ type: 'integer', multipleOf: 6 }),
      objectWith({ type: 'integer', multipleOf: 4 }),
    ),
  },
  {
    title: 'dependentRequired of the response body asks for another property',
    rule: 'oasdiff response-body-dependent-required-changed',
    severity: 'error',
    ...responseSchemas(
      { ...receipt, dependentRequired: { signedBy: ['signedAt'] } },
      { ...receipt, dependentRequired: { signedBy: ['place'] } },
    ),
  },
  {
    title: 'dependentRequired of a response property asks for another property',
    rule: 'oasdiff response-property-dependent-required-changed',
    severity: 'error',
    ...responseSchemas(
      objectWith({ ...receipt, dependentRequired: { signedBy: ['signedAt'] } }),
      objectWith({ ...receipt, dependentRequired: { signedBy: ['place'] } }),
    ),
  },
  {
    title: 'contentMediaType of the response body changes',
    rule: 'oasdiff response-body-content-media-type-changed',
    severity: 'error',
    ...responseSchemas(
      { ...text, contentMediaType: 'image/png' },
      { ...text, contentMediaType: 'image/webp' },
    ),
  },
  {
    title: 'contentMediaType of a response property changes',
    rule: 'oasdiff response-property-content-media-type-changed',
    severity: 'error',
    ...responseSchemas(
      objectWith({ ...text, contentMediaType: 'image/png' }),
      objectWith({ ...text, contentMediaType: 'image/webp' }),
    ),
  },
  {
    title: 'contentEncoding of the response body changes',
    rule: 'oasdiff response-body-content-encoding-changed',
    severity: 'error',
    ...responseSchemas(
      { ...text, contentEncoding: 'base64' },
      { ...text, contentEncoding: 'base32' },
    ),
  },
  {
    title: 'contentEncoding of a response property changes',
    rule: 'oasdiff response-property-content-encoding-changed',
    severity: 'error',
    ...responseSchemas(
      objectWith({ ...text, contentEncoding: 'base64' }),
      objectWith({ ...text, contentEncoding: 'base32' }),
    ),
  },
];

const tuples: readonly VerdictPair[] = [
  {
    title: 'response body gains prefixItems of another type than its items',
    rule: 'oasdiff response-body-prefix-items-added',
    severity: 'warning',
    ...responseSchemas(
      { type: 'array', items: text },
      { type: 'array', prefixItems: [{ type: 'integer' }], items: text },
    ),
  },
  {
    title: 'response body loses prefixItems of another type than its items',
    rule: 'oasdiff response-body-prefix-items-removed',
    severity: 'warning',
    ...responseSchemas(
      { type: 'array', prefixItems: [{ type: 'integer' }], items: text },
      { type: 'array', items: text },
    ),
  },
  {
    title: 'response property gains a second entry of prefixItems',
    rule: 'oasdiff response-property-prefix-items-added',
    severity: 'warning',
    ...responseSchemas(
      objectWith({ type: 'array', prefixItems: [text] }),
      objectWith({ type: 'array', prefixItems: [text, { type: 'integer' }] }),
    ),
  },
  {
    title: 'response property loses its second entry of prefixItems',
    rule: 'oasdiff response-property-prefix-items-removed',
    severity: 'warning',
    ...responseSchemas(
      objectWith({ type: 'array', prefixItems: [text, { type: 'integer' }] }),
      objectWith({ type: 'array', prefixItems: [text] }),
    ),
  },
  {
    title: 'response body gains prefixItems that say what items said',
    rule: 'oasdiff finds nothing (TestResponseBodyPrefixItemsSameAsItems)',
    severity: 'info',
    ...responseSchemas(
      { type: 'array', items: text },
      { type: 'array', prefixItems: [text], items: text },
    ),
  },
  {
    title: 'items becomes false behind prefixItems in a response property',
    rule: 'oasdiff response-property-schema-became-false (TestItemsBecameFalse)',
    severity: 'info',
    ...responseSchemas(
      objectWith({ type: 'array', prefixItems: [text] }),
      objectWith({ type: 'array', prefixItems: [text], items: false }),
    ),
  },
  {
    title: 'items: false goes behind prefixItems in a response property',
    rule: 'oasdiff response-property-schema-became-not-false (TestItemsBecameNotFalse)',
    severity: 'error',
    ...responseSchemas(
      objectWith({ type: 'array', prefixItems: [text], items: false }),
      objectWith({ type: 'array', prefixItems: [text] }),
    ),
  },
  {
    title: 'the schema of the response body becomes false',
    rule: 'oasdiff response-body-schema-became-false (TestSchemaBecameFalse)',
    severity: 'error',
    ...responseSchemas(receipt, false),
  },
  {
    title: 'the schema of the response body is no longer false',
    rule: 'oasdiff response-body-schema-became-not-false (TestSchemaBecameNotFalse)',
    severity: 'info',
    ...responseSchemas(false, receipt),
  },
];

const compositions: readonly VerdictPair[] = [
  {
    title: 'response body gains a branch of allOf',
    rule: 'oasdiff response-body-all-of-added',
    severity: 'info',
    ...responseSchemas({ allOf: [receipt] }, { allOf: [receipt, paid] }),
  },
  {
    title: 'response body loses a branch of allOf',
    rule: 'oasdiff response-body-all-of-removed',
    severity: 'error',
    ...responseSchemas({ allOf: [receipt, paid] }, { allOf: [receipt] }),
  },
  {
    title: 'response property gains a branch of allOf',
    rule: 'oasdiff response-property-all-of-added',
    severity: 'info',
    ...responseSchemas(objectWith({ allOf: [receipt] }), objectWith({ allOf: [receipt, paid] })),
  },
  {
    title: 'response property loses a branch of allOf',
    rule: 'oasdiff response-property-all-of-removed',
    severity: 'error',
    ...responseSchemas(objectWith({ allOf: [receipt, paid] }), objectWith({ allOf: [receipt] })),
  },
  {
    title: 'response body gains a branch of allOf that only describes',
    rule: 'oasdiff response-body-all-of-added-annotation-only',
    severity: 'info',
    ...responseSchemas({ allOf: [receipt] }, { allOf: [receipt, { title: 'Proof' }] }),
  },
  {
    title: 'response body loses a branch of allOf that only describes',
    rule: 'oasdiff response-body-all-of-removed-annotation-only',
    severity: 'info',
    ...responseSchemas({ allOf: [receipt, { title: 'Proof' }] }, { allOf: [receipt] }),
  },
  {
    title: 'response property gains a branch of allOf that only describes',
    rule: 'oasdiff response-property-all-of-added-annotation-only',
    severity: 'info',
    ...responseSchemas(
      objectWith({ allOf: [receipt] }),
      objectWith({ allOf: [receipt, { description: 'The proof' }] }),
    ),
  },
  {
    title: 'response property loses a branch of allOf that only describes',
    rule: 'oasdiff response-property-all-of-removed-annotation-only',
    severity: 'info',
    ...responseSchemas(
      objectWith({ allOf: [receipt, { description: 'The proof' }] }),
      objectWith({ allOf: [receipt] }),
    ),
  },
  ...(['anyOf', 'oneOf'] as const).flatMap((keyword): readonly VerdictPair[] => {
    const rule = keyword === 'anyOf' ? 'any-of' : 'one-of';
    const two = { [keyword]: [letterRef, crateRef] };
    const three = { [keyword]: [letterRef, crateRef, barrelRef] };
    return [
      {
        title: `response body gains a branch of ${keyword}`,
        rule: `oasdiff response-body-${rule}-added`,
        severity: 'error',
        ...responseSchemas(two, three, sameGoods),
      },
      {
        title: `response body loses a branch of ${keyword}`,
        rule: `oasdiff response-body-${rule}-removed`,
        severity: 'info',
        ...responseSchemas(three, two, sameGoods),
      },
      {
        title: `response property gains a branch of ${keyword}`,
        rule: `oasdiff response-property-${rule}-added`,
        severity: 'error',
        ...responseSchemas(objectWith(two), objectWith(three), sameGoods),
      },
      {
        title: `response property loses a branch of ${keyword}`,
        rule: `oasdiff response-property-${rule}-removed`,
        severity: 'info',
        ...responseSchemas(objectWith(three), objectWith(two), sameGoods),
      },
    ];
  }),
  {
    title: 'an inline branch of oneOf is new in a property of a branch of oneOf in the response',
    rule: 'oasdiff response-property-one-of-added (TestResponsePropertyOneOfAdded)',
    severity: 'error',
    ...responseSchemas(
      { oneOf: [letterRef, crateRef] },
      { oneOf: [letterRef, crateRef] },
      {
        oldComponents: { Letter: letter, Crate: goodsOf('crate', { wood: { oneOf: [size] } }) },
        newComponents: {
          Letter: letter,
          Crate: goodsOf('crate', { wood: { oneOf: [size, { type: 'string', enum: ['huge'] }] } }),
        },
      },
    ),
  },
  {
    title: 'response body is split into oneOf that promises less each',
    rule: 'oasdiff response-body-wrapped-in-one-of',
    severity: 'error',
    ...responseSchemas(
      {
        type: 'object',
        properties: { mail: text, phone: text, note: text },
        required: ['mail', 'phone'],
      },
      {
        oneOf: [
          { type: 'object', properties: { mail: text, phone: text }, required: ['mail'] },
          { type: 'object', properties: { mail: text, phone: text }, required: ['phone'] },
        ],
      },
    ),
  },
  {
    title: 'response body becomes one branch of oneOf',
    rule: 'oasdiff response-body-wrapped-in-one-of-original-preserved',
    severity: 'warning',
    ...responseSchemas(receipt, {
      oneOf: [receipt, { type: 'object', properties: { box: text }, required: ['box'] }],
    }),
  },
];

/** What oasdiff says about changes of schemas that clients receive. */
export const oasdiffResponseSchemas: readonly VerdictPair[] = [
  ...properties,
  ...types,
  ...formats,
  ...nullability,
  ...values,
  ...constraints,
  ...tuples,
  ...compositions,
];
