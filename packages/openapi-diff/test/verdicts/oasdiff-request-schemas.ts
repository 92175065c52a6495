import { objectWith, openapi30, requestSchemas } from './documents.ts';
import { barrelRef, crate, crateRef, goods, letter, letterRef, sameGoods } from './goods.ts';
import type { VerdictPair } from './verdict-pair.ts';

const text = { type: 'string' };
const size = { type: 'string', enum: ['small', 'large'] };
const address = {
  type: 'object',
  properties: { street: text, city: text },
  required: ['street'],
};
const stamped = { type: 'object', properties: { stamp: text }, required: ['stamp'] };
const formFields = { mediaType: 'application/x-www-form-urlencoded' };
const plainText = { mediaType: 'text/plain' };

const properties: readonly VerdictPair[] = [
  {
    title: 'a required property is new in the request',
    rule: 'oasdiff new-required-request-property',
    severity: 'error',
    ...requestSchemas(address, {
      ...address,
      properties: { ...address.properties, country: text },
      required: ['street', 'country'],
    }),
  },
  {
    title: 'an optional property is new in the request',
    rule: 'oasdiff new-optional-request-property',
    severity: 'info',
    ...requestSchemas(address, {
      ...address,
      properties: { ...address.properties, country: text },
    }),
  },
  {
    title: 'one required and one optional property are new in the request',
    rule: 'oasdiff new-required-request-property',
    severity: 'error',
    ...requestSchemas(address, {
      ...address,
      properties: { ...address.properties, country: text, floor: text },
      required: ['street', 'country'],
    }),
  },
  {
    title: 'a required property with a default is new in the request',
    rule: 'oasdiff new-required-request-property-with-default',
    severity: 'error',
    ...requestSchemas(address, {
      ...address,
      properties: { ...address.properties, country: { ...text, default: 'CH' } },
      required: ['street', 'country'],
    }),
  },
  {
    title: 'a required readOnly property is new in the request',
    rule: 'oasdiff finds nothing (required read-only property added)',
    severity: 'info',
    ...requestSchemas(address, {
      ...address,
      properties: { ...address.properties, id: { ...text, readOnly: true } },
      required: ['street', 'id'],
    }),
  },
  {
    title: 'an optional property is gone from the request',
    rule: 'oasdiff request-property-removed',
    severity: 'warning',
    ...requestSchemas(address, { ...address, properties: { street: text } }),
  },
  {
    title: 'a required property is gone from the request',
    rule: 'oasdiff request-property-removed',
    severity: 'warning',
    ...requestSchemas(address, { type: 'object', properties: { city: text } }),
  },
  {
    title: 'an optional property is gone from the items of a request property',
    rule: 'oasdiff request-property-removed',
    severity: 'warning',
    ...requestSchemas(
      objectWith({ type: 'array', items: address }),
      objectWith({ type: 'array', items: { ...address, properties: { street: text } } }),
    ),
  },
  {
    title: 'a property is gone from the values that patternProperties describe in the request',
    rule: 'oasdiff request-property-removed',
    severity: 'warning',
    ...requestSchemas(
      { type: 'object', patternProperties: { '^to': address } },
      {
        type: 'object',
        patternProperties: { '^to': { ...address, properties: { street: text } } },
      },
    ),
  },
  {
    title: 'a required property is new in the values of additionalProperties in the request',
    rule: 'oasdiff new-required-request-property',
    severity: 'error',
    ...requestSchemas(
      { type: 'object', additionalProperties: address },
      {
        type: 'object',
        additionalProperties: {
          ...address,
          properties: { ...address.properties, country: text },
          required: ['street', 'country'],
        },
      },
    ),
  },
  {
    title: 'a request property becomes required',
    rule: 'oasdiff request-property-became-required',
    severity: 'error',
    ...requestSchemas(address, { ...address, required: ['street', 'city'] }),
  },
  {
    title: 'a property of a request property becomes required',
    rule: 'oasdiff request-property-became-required',
    severity: 'error',
    ...requestSchemas(
      objectWith(address),
      objectWith({ ...address, required: ['street', 'city'] }),
    ),
  },
  {
    title: 'a property of the items of the request body becomes required',
    rule: 'oasdiff request-property-became-required',
    severity: 'error',
    ...requestSchemas(
      { type: 'array', items: address },
      { type: 'array', items: { ...address, required: ['street', 'city'] } },
    ),
  },
  {
    title: 'a property of the items of the request body becomes required with a default',
    rule: 'oasdiff request-property-became-required-with-default',
    severity: 'error',
    ...requestSchemas(
      { type: 'array', items: { ...address, required: [] } },
      {
        type: 'array',
        items: {
          type: 'object',
          properties: { street: { ...text, default: 'Main' }, city: text },
          required: ['street'],
        },
      },
    ),
  },
  {
    title: 'a property in a branch of anyOf becomes required in the request',
    rule: 'oasdiff request-property-became-required',
    severity: 'error',
    ...requestSchemas(
      { anyOf: [letterRef, crateRef] },
      { anyOf: [letterRef, crateRef] },
      {
        oldComponents: goods,
        newComponents: { ...goods, Crate: { ...crate, required: ['kind', 'weight'] } },
      },
    ),
  },
  {
    title: 'a request property with a default becomes required',
    rule: 'oasdiff request-property-became-required-with-default',
    severity: 'error',
    ...requestSchemas(
      { type: 'object', properties: { unit: { ...text, default: 'kg' } } },
      { type: 'object', properties: { unit: { ...text, default: 'kg' } }, required: ['unit'] },
    ),
  },
  {
    title: 'a readOnly request property becomes required',
    rule: 'oasdiff finds nothing (read-only property became required)',
    severity: 'info',
    ...requestSchemas(
      { type: 'object', properties: { id: { ...text, readOnly: true } } },
      { type: 'object', properties: { id: { ...text, readOnly: true } }, required: ['id'] },
    ),
  },
  {
    title: 'a request property becomes optional',
    rule: 'oasdiff request-property-became-optional',
    severity: 'info',
    ...requestSchemas({ ...address, required: ['street', 'city'] }, address),
  },
  {
    title: 'required names a property that the request schema does not declare',
    rule: 'oasdiff finds nothing (TestBreaking_ReqBodyNewRequiredPropertyNew)',
    severity: 'info',
    ...requestSchemas(address, { ...address, required: ['street', 'country'] }),
  },
  {
    title: 'what not forbids in the request changes',
    rule: 'oasdiff new-required-request-property (TestBackwardCompatibility_TraversesNotSubSchema)',
    severity: 'error',
    ...requestSchemas(
      {
        type: 'object',
        not: {
          type: 'object',
          properties: { seal: text, note: { ...text, maxLength: 9 } },
          required: ['seal', 'note'],
        },
      },
      {
        type: 'object',
        not: {
          type: 'object',
          properties: { stamp: text, note: { ...text, maxLength: 8 } },
          required: ['stamp', 'note'],
        },
      },
    ),
  },
];

const types: readonly VerdictPair[] = [
  {
    title: 'request body string → number',
    rule: 'oasdiff request-body-type-changed',
    severity: 'error',
    ...requestSchemas(text, { type: 'number' }),
  },
  {
    title: 'request body number → string',
    rule: 'oasdiff request-body-type-changed',
    severity: 'error',
    ...requestSchemas({ type: 'number' }, text),
  },
  {
    title: 'request body number → integer',
    rule: 'oasdiff request-body-type-changed',
    severity: 'error',
    ...requestSchemas({ type: 'number' }, { type: 'integer' }),
  },
  {
    title: 'request body integer → number',
    rule: 'oasdiff request-body-type-generalized',
    severity: 'info',
    ...requestSchemas({ type: 'integer' }, { type: 'number' }),
  },
  {
    title: 'request body number → integer of format int32',
    rule: 'oasdiff request-body-type-changed',
    severity: 'error',
    ...requestSchemas({ type: 'number' }, { type: 'integer', format: 'int32' }),
  },
  {
    title: 'request body array → object',
    rule: 'oasdiff request-body-type-changed',
    severity: 'error',
    ...requestSchemas({ type: 'array', items: address }, address),
  },
  {
    title: 'request body object → array',
    rule: 'oasdiff request-body-type-changed',
    severity: 'error',
    ...requestSchemas(address, { type: 'array', items: address }),
  },
  {
    title: 'request property array → object',
    rule: 'oasdiff request-property-type-changed',
    severity: 'error',
    ...requestSchemas(objectWith({ type: 'array', items: text }), objectWith({ type: 'object' })),
  },
  {
    title: 'request property object → array',
    rule: 'oasdiff request-property-type-changed',
    severity: 'error',
    ...requestSchemas(objectWith({ type: 'object' }), objectWith({ type: 'array', items: text })),
  },
  {
    title: 'request property integer → string, with another format',
    rule: 'oasdiff request-property-type-changed',
    severity: 'error',
    ...requestSchemas(
      objectWith({ type: 'integer', format: 'int32' }),
      objectWith({ type: 'string', format: 'uuid' }),
    ),
  },
  {
    title: 'request property integer → number, the format kept',
    rule: 'oasdiff request-property-type-generalized',
    severity: 'info',
    ...requestSchemas(
      objectWith({ type: 'integer', format: 'int32' }),
      objectWith({ type: 'number', format: 'int32' }),
    ),
  },
  {
    title: 'request property loses its type',
    rule: 'oasdiff request-property-type-generalized',
    severity: 'info',
    ...requestSchemas(objectWith(text), objectWith({})),
  },
  {
    title: 'request body loses its type',
    rule: 'oasdiff request-body-type-generalized',
    severity: 'info',
    ...requestSchemas(text, {}),
  },
  {
    title: 'request property gains a type',
    rule: 'oasdiff request-property-type-changed',
    severity: 'error',
    ...requestSchemas(objectWith({}), objectWith(text)),
  },
  {
    title: 'request property may have one more type',
    rule: 'oasdiff request-property-type-generalized',
    severity: 'info',
    ...requestSchemas(objectWith(text), objectWith({ type: ['string', 'integer'] })),
  },
  {
    title: 'request property may have one type fewer',
    rule: 'oasdiff request-property-type-changed',
    severity: 'error',
    ...requestSchemas(objectWith({ type: ['string', 'integer'] }), objectWith(text)),
  },
  {
    title: 'request property integer → number or string',
    rule: 'oasdiff request-property-type-generalized',
    severity: 'info',
    ...requestSchemas(objectWith({ type: 'integer' }), objectWith({ type: ['number', 'string'] })),
  },
  {
    title: 'request property swaps one of two types',
    rule: 'oasdiff request-property-type-changed',
    severity: 'error',
    ...requestSchemas(
      objectWith({ type: ['string', 'integer'] }),
      objectWith({ type: ['string', 'boolean'] }),
    ),
  },
  {
    title: 'a readOnly property changes its type in the request',
    rule: 'oasdiff finds nothing (TestRequestPropertyTypeChangedReadOnlyProperty)',
    severity: 'info',
    ...requestSchemas(
      objectWith({ type: 'integer', readOnly: true }),
      objectWith({ type: 'string', readOnly: true }),
    ),
  },
  {
    title: 'a form field integer → string, all text on the wire',
    rule: 'oasdiff request-property-type-compatible',
    severity: 'info',
    ...requestSchemas(objectWith({ type: 'integer' }), objectWith(text), formFields),
  },
  {
    title: 'a form field string → integer',
    rule: 'oasdiff request-property-type-changed',
    severity: 'error',
    ...requestSchemas(objectWith(text), objectWith({ type: 'integer' }), formFields),
  },
  {
    title: 'a plain text request body integer → string',
    rule: 'oasdiff request-body-type-compatible',
    severity: 'info',
    ...requestSchemas({ type: 'integer' }, text, plainText),
  },
  {
    title: 'request property number → string under a +json media type',
    rule: 'oasdiff request-property-type-changed',
    severity: 'error',
    ...requestSchemas(objectWith({ type: 'number' }), objectWith(text), {
      mediaType: 'application/vnd.parcels.v2+json',
    }),
  },
  {
    title: 'a property of the items of a request property changes its type',
    rule: 'oasdiff request-property-type-changed',
    severity: 'error',
    ...requestSchemas(
      objectWith({ type: 'array', items: crate }),
      objectWith({
        type: 'array',
        items: { ...crate, properties: { ...crate.properties, weight: text } },
      }),
    ),
  },
  {
    title: 'the items of a request property change their type',
    rule: 'oasdiff request-property-type-changed',
    severity: 'error',
    ...requestSchemas(
      objectWith({ type: 'array', items: text }),
      objectWith({ type: 'array', items: { type: 'boolean' } }),
    ),
  },
  {
    title: 'the values of additionalProperties change their type in the request',
    rule: 'oasdiff request-property-type-changed',
    severity: 'error',
    ...requestSchemas(
      { type: 'object', additionalProperties: text },
      { type: 'object', additionalProperties: { type: 'integer' } },
    ),
  },
  {
    title: 'one simple type → oneOf it and another in the request',
    rule: 'oasdiff request-property-list-of-types-widened',
    severity: 'info',
    ...requestSchemas(objectWith(text), objectWith({ oneOf: [text, { type: 'integer' }] })),
  },
  {
    title: 'oneOf two simple types → one of them in the request',
    rule: 'oasdiff request-property-list-of-types-narrowed',
    severity: 'error',
    ...requestSchemas(objectWith({ oneOf: [text, { type: 'integer' }] }), objectWith(text)),
  },
  {
    title: 'request body: one simple type → anyOf it and another',
    rule: 'oasdiff request-body-list-of-types-widened',
    severity: 'info',
    ...requestSchemas(text, { anyOf: [text, { type: 'integer' }] }),
  },
  {
    title: 'request body: anyOf two simple types → one of them',
    rule: 'oasdiff request-body-list-of-types-narrowed',
    severity: 'error',
    ...requestSchemas({ anyOf: [text, { type: 'integer' }] }, text),
  },
  {
    title: 'oneOf two simple types → oneOf two others, one shared, in the request',
    rule: 'oasdiff request-property-list-of-types-narrowed',
    severity: 'error',
    ...requestSchemas(
      objectWith({ oneOf: [text, { type: 'integer' }] }),
      objectWith({ oneOf: [text, { type: 'boolean' }] }),
    ),
  },
];

const formats: readonly VerdictPair[] = [
  {
    title: 'request body gains a format',
    rule: 'oasdiff request-body-type-changed (TestRequestBodyFormatChangedCheck)',
    severity: 'error',
    ...requestSchemas(text, { ...text, format: 'uuid' }),
  },
  {
    title: 'request property gains a format',
    rule: 'oasdiff request-property-type-changed',
    severity: 'error',
    ...requestSchemas(objectWith(text), objectWith({ ...text, format: 'date-time' })),
  },
  {
    title: 'request property loses its format',
    rule: 'oasdiff request-property-type-generalized',
    severity: 'info',
    ...requestSchemas(objectWith({ ...text, format: 'date-time' }), objectWith(text)),
  },
  {
    title: 'request property of format email → uuid',
    rule: 'oasdiff request-property-type-changed',
    severity: 'error',
    ...requestSchemas(
      objectWith({ ...text, format: 'email' }),
      objectWith({ ...text, format: 'uuid' }),
    ),
  },
  {
    title: 'request property of format int32 → int64',
    rule: 'oasdiff request-property-type-generalized',
    severity: 'info',
    ...requestSchemas(
      objectWith({ type: 'integer', format: 'int32' }),
      objectWith({ type: 'integer', format: 'int64' }),
    ),
  },
  {
    title: 'request property of format int64 → int32',
    rule: 'oasdiff request-property-type-changed',
    severity: 'error',
    ...requestSchemas(
      objectWith({ type: 'integer', format: 'int64' }),
      objectWith({ type: 'integer', format: 'int32' }),
    ),
  },
  {
    title: 'request property of format float → double',
    rule: 'oasdiff request-property-type-generalized',
    severity: 'info',
    ...requestSchemas(
      objectWith({ type: 'number', format: 'float' }),
      objectWith({ type: 'number', format: 'double' }),
    ),
  },
  {
    title: 'request property of format double → float',
    rule: 'oasdiff request-property-type-changed',
    severity: 'error',
    ...requestSchemas(
      objectWith({ type: 'number', format: 'double' }),
      objectWith({ type: 'number', format: 'float' }),
    ),
  },
  {
    title: 'request property of format date → date-time',
    rule: 'oasdiff request-property-type-generalized',
    severity: 'info',
    ...requestSchemas(
      objectWith({ ...text, format: 'date' }),
      objectWith({ ...text, format: 'date-time' }),
    ),
  },
  {
    title: 'request property of format date-time → date',
    rule: 'oasdiff request-property-type-changed',
    severity: 'error',
    ...requestSchemas(
      objectWith({ ...text, format: 'date-time' }),
      objectWith({ ...text, format: 'date' }),
    ),
  },
  {
    title: 'request property loses a type and narrows its format',
    rule: 'oasdiff request-property-type-changed',
    severity: 'error',
    ...requestSchemas(
      objectWith({ type: ['integer', 'string'], format: 'int64' }),
      objectWith({ type: 'integer', format: 'int32' }),
    ),
  },
];

const nullability: readonly VerdictPair[] = [
  {
    title: 'request body is no longer nullable',
    rule: 'oasdiff request-body-became-not-nullable',
    severity: 'error',
    ...requestSchemas({ ...address, nullable: true }, address, openapi30),
  },
  {
    title: 'request body becomes nullable',
    rule: 'oasdiff request-body-became-nullable',
    severity: 'info',
    ...requestSchemas(address, { ...address, nullable: true }, openapi30),
  },
  {
    title: 'request property is no longer nullable',
    rule: 'oasdiff request-property-became-not-nullable',
    severity: 'error',
    ...requestSchemas(objectWith({ ...text, nullable: true }), objectWith(text), openapi30),
  },
  {
    title: 'request property becomes nullable',
    rule: 'oasdiff request-property-became-nullable',
    severity: 'info',
    ...requestSchemas(objectWith(text), objectWith({ ...text, nullable: true }), openapi30),
  },
  {
    title: 'request property may be null, by a list of types',
    rule: 'oasdiff request-property-became-nullable',
    severity: 'info',
    ...requestSchemas(objectWith(text), objectWith({ type: ['string', 'null'] })),
  },
  {
    title: 'request property may not be null any more, by a list of types',
    rule: 'oasdiff request-property-became-not-nullable',
    severity: 'error',
    ...requestSchemas(objectWith({ type: ['string', 'null'] }), objectWith(text)),
  },
  {
    title: 'a reference in the request is wrapped in oneOf with null',
    rule: 'oasdiff request-property-became-nullable (TestNullableWrapping_RequestProperties)',
    severity: 'info',
    ...requestSchemas(
      objectWith(crateRef),
      objectWith({ oneOf: [{ type: 'null' }, crateRef] }),
      sameGoods,
    ),
  },
  {
    title: 'an enum in the request is wrapped in oneOf with null',
    rule: 'oasdiff request-property-became-nullable (TestNullableWrapping_RequestProperties)',
    severity: 'info',
    ...requestSchemas(objectWith(size), objectWith({ oneOf: [{ type: 'null' }, size] })),
  },
  {
    title: 'a reference in the request loses its oneOf with null',
    rule: 'oasdiff request-property-became-not-nullable (TestNullableUnwrapping_SingleFindingPerLevel)',
    severity: 'error',
    ...requestSchemas(
      objectWith({ oneOf: [{ type: 'null' }, crateRef] }),
      objectWith(crateRef),
      sameGoods,
    ),
  },
  {
    title: 'request body loses its oneOf with null',
    rule: 'oasdiff request-body-became-not-nullable (TestNullableUnwrapping_SingleFindingPerLevel)',
    severity: 'error',
    ...requestSchemas({ oneOf: [{ type: 'null' }, crateRef] }, crateRef, sameGoods),
  },
  {
    title: 'an enum in the request is wrapped in oneOf with null and loses a value',
    rule: 'oasdiff request-property-enum-value-removed (TestNullableWrapping_NarrowedEnumStillReported)',
    severity: 'error',
    ...requestSchemas(
      objectWith(size),
      objectWith({ oneOf: [{ type: 'null' }, { ...size, enum: ['small'] }] }),
    ),
  },
];

const values: readonly VerdictPair[] = [
  {
    title: 'request body is restricted to an enum',
    rule: 'oasdiff request-body-became-enum',
    severity: 'error',
    ...requestSchemas(text, size),
  },
  {
    title: 'request body changes its type and becomes an enum',
    rule: 'oasdiff request-body-became-enum',
    severity: 'error',
    ...requestSchemas(text, { type: 'integer', enum: [1, 2] }),
  },
  {
    title: 'request body loses its enum',
    rule: 'oasdiff request-body-became-not-enum',
    severity: 'info',
    ...requestSchemas(size, text),
  },
  {
    title: 'request body enum loses a value',
    rule: 'oasdiff request-body-enum-value-removed',
    severity: 'error',
    ...requestSchemas(size, { ...size, enum: ['small'] }),
  },
  {
    title: 'request body enum gains a value',
    rule: 'oasdiff request-body-enum-value-added',
    severity: 'info',
    ...requestSchemas(size, { ...size, enum: ['small', 'large', 'huge'] }),
  },
  {
    title: 'request property is restricted to an enum',
    rule: 'oasdiff request-property-became-enum',
    severity: 'error',
    ...requestSchemas(objectWith(text), objectWith(size)),
  },
  {
    title: 'request property loses its enum',
    rule: 'oasdiff request-property-became-not-enum',
    severity: 'info',
    ...requestSchemas(objectWith(size), objectWith(text)),
  },
  {
    title: 'request property enum loses a value',
    rule: 'oasdiff request-property-enum-value-removed',
    severity: 'error',
    ...requestSchemas(objectWith(size), objectWith({ ...size, enum: ['large'] })),
  },
  {
    title: 'request property enum gains a value',
    rule: 'oasdiff request-property-enum-value-added',
    severity: 'info',
    ...requestSchemas(objectWith(size), objectWith({ ...size, enum: ['small', 'large', 'huge'] })),
  },
  {
    title: 'request property enum swaps a value',
    rule: 'oasdiff request-property-enum-value-removed',
    severity: 'error',
    ...requestSchemas(objectWith(size), objectWith({ ...size, enum: ['small', 'huge'] })),
  },
  {
    title: 'enum in the items of a request property loses a value',
    rule: 'oasdiff request-property-enum-value-removed',
    severity: 'error',
    ...requestSchemas(
      objectWith({ type: 'array', items: size }),
      objectWith({ type: 'array', items: { ...size, enum: ['large'] } }),
    ),
  },
  {
    title: 'enum of a readOnly request property loses a value',
    rule: 'oasdiff request-read-only-property-enum-value-removed',
    severity: 'info',
    ...requestSchemas(
      objectWith({ ...size, readOnly: true }),
      objectWith({ ...size, readOnly: true, enum: ['small'] }),
    ),
  },
  {
    title: 'x-extensible-enum of a request property loses a value',
    rule: 'oasdiff request-property-x-extensible-enum-value-removed',
    severity: 'error',
    ...requestSchemas(
      objectWith({ ...text, 'x-extensible-enum': ['small', 'large'] }),
      objectWith({ ...text, 'x-extensible-enum': ['small'] }),
    ),
  },
  {
    title: 'const of the request body changes',
    rule: 'oasdiff request-body-const-changed',
    severity: 'error',
    ...requestSchemas({ const: 'small' }, { const: 'large' }),
  },
  {
    title: 'const of a request property changes',
    rule: 'oasdiff request-property-const-changed',
    severity: 'error',
    ...requestSchemas(objectWith({ const: 'small' }), objectWith({ const: 'large' })),
  },
];

const constraints: readonly VerdictPair[] = [
  {
    title: 'request property gains a pattern',
    rule: 'oasdiff request-property-pattern-added',
    severity: 'error',
    ...requestSchemas(objectWith(text), objectWith({ ...text, pattern: '^[A-Z]{2}$' })),
  },
  {
    title: 'request property loses its pattern',
    rule: 'oasdiff request-property-pattern-removed',
    severity: 'info',
    ...requestSchemas(objectWith({ ...text, pattern: '^[A-Z]{2}$' }), objectWith(text)),
  },
  {
    title: 'pattern of a request property changes',
    rule: 'oasdiff request-property-pattern-changed',
    severity: 'warning',
    ...requestSchemas(
      objectWith({ ...text, pattern: '^[A-Z]{2}$' }),
      objectWith({ ...text, pattern: '^[A-Z]{2,3}$' }),
    ),
  },
  {
    title: 'pattern of a request property matches everything now',
    rule: 'oasdiff request-property-pattern-generalized',
    severity: 'info',
    ...requestSchemas(
      objectWith({ ...text, pattern: '^[A-Z]{2}$' }),
      objectWith({ ...text, pattern: '.*' }),
    ),
  },
  {
    title: 'a property inside a recursive request schema gains a pattern',
    rule: 'oasdiff request-property-pattern-added (TestBreaking_AddPatternRecursive)',
    severity: 'error',
    ...requestSchemas(
      { $ref: '#/components/schemas/Box' },
      { $ref: '#/components/schemas/Box' },
      {
        oldComponents: {
          Box: {
            type: 'object',
            properties: { label: text, inner: { $ref: '#/components/schemas/Box' } },
          },
        },
        newComponents: {
          Box: {
            type: 'object',
            properties: {
              label: { ...text, pattern: '^[a-z]+$' },
              inner: { $ref: '#/components/schemas/Box' },
            },
          },
        },
      },
    ),
  },
  {
    title: 'multipleOf of the request body becomes one of its divisors',
    rule: 'oasdiff request-body-multiple-of-generalized',
    severity: 'info',
    ...requestSchemas({ type: 'integer', multipleOf: 10 }, { type: 'integer', multipleOf: 5 }),
  },
  {
    title: 'multipleOf of a request property becomes one of its divisors',
    rule: 'oasdiff request-property-multiple-of-generalized',
    severity: 'info',
    ...requestSchemas(
      objectWith({ type: 'integer', multipleOf: 10 }),
      objectWith({ type: 'integer', multipleOf: 5 }),
    ),
  },
  {
    title: 'multipleOf of the request body becomes one of its multiples',
    rule: 'oasdiff request-body-multiple-of-changed',
    severity: 'error',
    ...requestSchemas({ type: 'integer', multipleOf: 5 }, { type: 'integer', multipleOf: 10 }),
  },
  {
    title: 'multipleOf of a request property becomes an unrelated number',
    rule: 'oasdiff request-property-multiple-of-changed',
    severity: 'error',
    ...requestSchemas(
      objectWith({ type: 'integer', multipleOf: 6 }),
      objectWith({ type: 'integer', multipleOf: 4 }),
    ),
  },
  {
    title: 'maximum of a readOnly request property decreases',
    rule: 'oasdiff request-read-only-property-max-decreased',
    severity: 'info',
    ...requestSchemas(
      objectWith({ type: 'integer', readOnly: true, maximum: 90 }),
      objectWith({ type: 'integer', readOnly: true, maximum: 80 }),
    ),
  },
  {
    title: 'minimum of a readOnly request property increases',
    rule: 'oasdiff request-read-only-property-min-increased',
    severity: 'info',
    ...requestSchemas(
      objectWith({ type: 'integer', readOnly: true, minimum: 5 }),
      objectWith({ type: 'integer', readOnly: true, minimum: 6 }),
    ),
  },
  {
    title: 'exclusiveMaximum of a readOnly request property decreases',
    rule: 'oasdiff request-read-only-property-exclusive-max-decreased',
    severity: 'info',
    ...requestSchemas(
      objectWith({ type: 'integer', readOnly: true, exclusiveMaximum: 90 }),
      objectWith({ type: 'integer', readOnly: true, exclusiveMaximum: 80 }),
    ),
  },
  {
    title: 'exclusiveMinimum of a readOnly request property increases',
    rule: 'oasdiff request-read-only-property-exclusive-min-increased',
    severity: 'info',
    ...requestSchemas(
      objectWith({ type: 'integer', readOnly: true, exclusiveMinimum: 5 }),
      objectWith({ type: 'integer', readOnly: true, exclusiveMinimum: 6 }),
    ),
  },
  {
    title: 'maxLength of a readOnly request property decreases',
    rule: 'oasdiff request-read-only-property-max-length-decreased',
    severity: 'info',
    ...requestSchemas(
      objectWith({ ...text, readOnly: true, maxLength: 40 }),
      objectWith({ ...text, readOnly: true, maxLength: 30 }),
    ),
  },
  {
    title: 'maxItems of a readOnly request property decreases',
    rule: 'oasdiff request-read-only-property-max-items-decreased',
    severity: 'info',
    ...requestSchemas(
      objectWith({ type: 'array', items: text, readOnly: true, maxItems: 9 }),
      objectWith({ type: 'array', items: text, readOnly: true, maxItems: 8 }),
    ),
  },
  {
    title: 'maxProperties of a readOnly request property decreases',
    rule: 'oasdiff request-read-only-property-max-properties-decreased',
    severity: 'info',
    ...requestSchemas(
      objectWith({ type: 'object', readOnly: true, maxProperties: 7 }),
      objectWith({ type: 'object', readOnly: true, maxProperties: 6 }),
    ),
  },
  {
    title: 'dependentRequired of the request body asks for another property',
    rule: 'oasdiff request-body-dependent-required-changed',
    severity: 'error',
    ...requestSchemas(
      { ...address, dependentRequired: { city: ['zip'] } },
      { ...address, dependentRequired: { city: ['country'] } },
    ),
  },
  {
    title: 'dependentRequired of a request property asks for another property',
    rule: 'oasdiff request-property-dependent-required-changed',
    severity: 'error',
    ...requestSchemas(
      objectWith({ ...address, dependentRequired: { city: ['zip'] } }),
      objectWith({ ...address, dependentRequired: { city: ['country'] } }),
    ),
  },
  {
    title: 'contentMediaType of the request body changes',
    rule: 'oasdiff request-body-content-media-type-changed',
    severity: 'error',
    ...requestSchemas(
      { ...text, contentMediaType: 'image/png' },
      { ...text, contentMediaType: 'image/webp' },
    ),
  },
  {
    title: 'contentMediaType of a request property changes',
    rule: 'oasdiff request-property-content-media-type-changed',
    severity: 'error',
    ...requestSchemas(
      objectWith({ ...text, contentMediaType: 'image/png' }),
      objectWith({ ...text, contentMediaType: 'image/webp' }),
    ),
  },
  {
    title: 'contentEncoding of the request body changes',
    rule: 'oasdiff request-body-content-encoding-changed',
    severity: 'error',
    ...requestSchemas(
      { ...text, contentEncoding: 'base64' },
      { ...text, contentEncoding: 'base32' },
    ),
  },
  {
    title: 'contentEncoding of a request property changes',
    rule: 'oasdiff request-property-content-encoding-changed',
    severity: 'error',
    ...requestSchemas(
      objectWith({ ...text, contentEncoding: 'base64' }),
      objectWith({ ...text, contentEncoding: 'base32' }),
    ),
  },
  {
    title: 'maxLength of the names that propertyNames allows decreases in the request',
    rule: 'oasdiff request-property-max-length-decreased',
    severity: 'error',
    ...requestSchemas(
      { type: 'object', propertyNames: { ...text, maxLength: 9 } },
      { type: 'object', propertyNames: { ...text, maxLength: 8 } },
    ),
  },
];

const tuples: readonly VerdictPair[] = [
  {
    title: 'request body gains prefixItems of another type than its items',
    rule: 'oasdiff request-body-prefix-items-added',
    severity: 'warning',
    ...requestSchemas(
      { type: 'array', items: text },
      { type: 'array', prefixItems: [{ type: 'integer' }], items: text },
    ),
  },
  {
    title: 'request body loses prefixItems of another type than its items',
    rule: 'oasdiff request-body-prefix-items-removed',
    severity: 'warning',
    ...requestSchemas(
      { type: 'array', prefixItems: [{ type: 'integer' }], items: text },
      { type: 'array', items: text },
    ),
  },
  {
    title: 'request property gains a second entry of prefixItems',
    rule: 'oasdiff request-property-prefix-items-added',
    severity: 'warning',
    ...requestSchemas(
      objectWith({ type: 'array', prefixItems: [text] }),
      objectWith({ type: 'array', prefixItems: [text, { type: 'integer' }] }),
    ),
  },
  {
    title: 'request property loses its second entry of prefixItems',
    rule: 'oasdiff request-property-prefix-items-removed',
    severity: 'warning',
    ...requestSchemas(
      objectWith({ type: 'array', prefixItems: [text, { type: 'integer' }] }),
      objectWith({ type: 'array', prefixItems: [text] }),
    ),
  },
  {
    title: 'the entries of prefixItems change places in the request',
    rule: 'oasdiff request-property-type-changed (TestRequestBodyPrefixItemsReordered)',
    severity: 'error',
    ...requestSchemas(
      { type: 'array', prefixItems: [text, { type: 'integer' }] },
      { type: 'array', prefixItems: [{ type: 'integer' }, text] },
    ),
  },
  {
    title: 'request body gains prefixItems that say what items said',
    rule: 'oasdiff finds nothing (TestRequestBodyPrefixItemsSameAsItems)',
    severity: 'info',
    ...requestSchemas(
      { type: 'array', items: text },
      { type: 'array', prefixItems: [text], items: text },
    ),
  },
  {
    title: 'items becomes false behind prefixItems in the request',
    rule: 'oasdiff request-property-schema-became-false (TestItemsBecameFalse)',
    severity: 'error',
    ...requestSchemas(
      { type: 'array', prefixItems: [text, { type: 'integer' }] },
      { type: 'array', prefixItems: [text, { type: 'integer' }], items: false },
    ),
  },
  {
    title: 'items: false goes behind prefixItems in the request',
    rule: 'oasdiff request-property-schema-became-not-false (TestItemsBecameNotFalse)',
    severity: 'info',
    ...requestSchemas(
      { type: 'array', prefixItems: [text, { type: 'integer' }], items: false },
      { type: 'array', prefixItems: [text, { type: 'integer' }] },
    ),
  },
  {
    title: 'the schema of a request property becomes false',
    rule: 'oasdiff request-property-schema-became-false (TestSchemaBecameFalse)',
    severity: 'error',
    ...requestSchemas(objectWith(text), objectWith(false)),
  },
  {
    title: 'the schema of a request property is no longer false',
    rule: 'oasdiff request-property-schema-became-not-false (TestSchemaBecameNotFalse)',
    severity: 'info',
    ...requestSchemas(objectWith(false), objectWith(text)),
  },
  {
    title: 'the schema of the request body becomes false',
    rule: 'oasdiff request-body-schema-became-false (TestSchemaBecameFalseClaims)',
    severity: 'error',
    ...requestSchemas(address, false),
  },
  {
    title: 'the schema of the request body is no longer false',
    rule: 'oasdiff request-body-schema-became-not-false (TestSchemaBecameNotFalseClaims)',
    severity: 'info',
    ...requestSchemas(false, address),
  },
];

const compositions: readonly VerdictPair[] = [
  {
    title: 'request body gains a branch of allOf',
    rule: 'oasdiff request-body-all-of-added',
    severity: 'error',
    ...requestSchemas({ allOf: [address] }, { allOf: [address, stamped] }),
  },
  {
    title: 'request body loses a branch of allOf',
    rule: 'oasdiff request-body-all-of-removed',
    severity: 'info',
    ...requestSchemas({ allOf: [address, stamped] }, { allOf: [address] }),
  },
  {
    title: 'request property gains a branch of allOf',
    rule: 'oasdiff request-property-all-of-added',
    severity: 'error',
    ...requestSchemas(objectWith({ allOf: [address] }), objectWith({ allOf: [address, stamped] })),
  },
  {
    title: 'request property loses a branch of allOf',
    rule: 'oasdiff request-property-all-of-removed',
    severity: 'info',
    ...requestSchemas(objectWith({ allOf: [address, stamped] }), objectWith({ allOf: [address] })),
  },
  {
    title: 'request body gains a branch of allOf that only describes',
    rule: 'oasdiff request-body-all-of-added-annotation-only',
    severity: 'info',
    ...requestSchemas({ allOf: [address] }, { allOf: [address, { title: 'Where to' }] }),
  },
  {
    title: 'request body loses a branch of allOf that only describes',
    rule: 'oasdiff request-body-all-of-removed-annotation-only',
    severity: 'info',
    ...requestSchemas({ allOf: [address, { title: 'Where to' }] }, { allOf: [address] }),
  },
  {
    title: 'request property gains a branch of allOf that only describes',
    rule: 'oasdiff request-property-all-of-added-annotation-only',
    severity: 'info',
    ...requestSchemas(
      objectWith({ allOf: [address] }),
      objectWith({ allOf: [address, { description: 'Where it goes' }] }),
    ),
  },
  {
    title: 'request property loses a branch of allOf that only describes',
    rule: 'oasdiff request-property-all-of-removed-annotation-only',
    severity: 'info',
    ...requestSchemas(
      objectWith({ allOf: [address, { description: 'Where it goes' }] }),
      objectWith({ allOf: [address] }),
    ),
  },
  {
    title: 'a branch of allOf in a request property gains a required property',
    rule: 'oasdiff new-required-request-property',
    severity: 'error',
    ...requestSchemas(
      objectWith({ allOf: [address, letter] }),
      objectWith({
        allOf: [
          address,
          { ...letter, properties: { ...letter.properties, stamp: text }, required: ['stamp'] },
        ],
      }),
    ),
  },
  {
    title: 'request property gains maxLength beside an unchanged allOf',
    rule: 'oasdiff request-property-max-length-set',
    severity: 'error',
    ...requestSchemas(
      objectWith({ allOf: [{ ...text, minLength: 1 }] }),
      objectWith({ maxLength: 9, allOf: [{ ...text, minLength: 1 }] }),
    ),
  },
  ...(['anyOf', 'oneOf'] as const).flatMap((keyword): readonly VerdictPair[] => {
    const rule = keyword === 'anyOf' ? 'any-of' : 'one-of';
    const two = { [keyword]: [letterRef, crateRef] };
    const three = { [keyword]: [letterRef, crateRef, barrelRef] };
    return [
      {
        title: `request body gains a branch of ${keyword}`,
        rule: `oasdiff request-body-${rule}-added`,
        severity: 'info',
        ...requestSchemas(two, three, sameGoods),
      },
      {
        title: `request body loses a branch of ${keyword}`,
        rule: `oasdiff request-body-${rule}-removed`,
        severity: 'error',
        ...requestSchemas(three, two, sameGoods),
      },
      {
        title: `request property gains a branch of ${keyword}`,
        rule: `oasdiff request-property-${rule}-added`,
        severity: 'info',
        ...requestSchemas(objectWith(two), objectWith(three), sameGoods),
      },
      {
        title: `request property loses a branch of ${keyword}`,
        rule: `oasdiff request-property-${rule}-removed`,
        severity: 'error',
        ...requestSchemas(objectWith(three), objectWith(two), sameGoods),
      },
    ];
  }),
  {
    title: 'request body is split into oneOf that asks for less each',
    rule: 'oasdiff request-body-wrapped-in-one-of (TestRequestPropertyOneOfWrappingIsBreaking)',
    severity: 'error',
    ...requestSchemas(
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
    title: 'request body becomes one branch of oneOf',
    rule: 'oasdiff request-body-wrapped-in-one-of-original-preserved (TestRequestPropertyOneOfWrappedOriginalPreserved)',
    severity: 'warning',
    ...requestSchemas(address, {
      oneOf: [address, { type: 'object', properties: { box: text }, required: ['box'] }],
    }),
  },
];

/** What oasdiff says about changes of schemas that clients send. */
export const oasdiffRequestSchemas: readonly VerdictPair[] = [
  ...properties,
  ...types,
  ...formats,
  ...nullability,
  ...values,
  ...constraints,
  ...tuples,
  ...compositions,
];
