import { objectWith, openapi30, sharedSchemas } from './documents.ts';
import type { VerdictPair } from './verdict-pair.ts';

const text = { type: 'string' };
const label = { type: 'object', properties: { to: text, from: text }, required: ['to', 'from'] };
const stamp = { type: 'object', properties: { price: { type: 'integer' } }, required: ['price'] };
const labelRef = { $ref: '#/components/schemas/Label' };
const stampRef = { $ref: '#/components/schemas/Stamp' };
const schemas = { Label: label, Stamp: stamp };
const sameSchemas = { oldComponents: schemas, newComponents: schemas };
const nothing = 'oasdiff finds nothing';

/** Schemas that say the same in another form, or differ in what neither side of the wire can see. */
export const oasdiffEqualSchemas: readonly VerdictPair[] = [
  {
    title: 'a reference is replaced by what it refers to',
    rule: nothing,
    severity: 'info',
    ...sharedSchemas(labelRef, label, sameSchemas),
  },
  {
    title: 'an inline schema moves to the components',
    rule: nothing,
    severity: 'info',
    ...sharedSchemas(objectWith(label), objectWith(labelRef), { newComponents: schemas }),
  },
  {
    title: 'a reference takes a detour over another component',
    rule: nothing,
    severity: 'info',
    ...sharedSchemas(objectWith(labelRef), objectWith({ $ref: '#/components/schemas/Sticker' }), {
      oldComponents: schemas,
      newComponents: { ...schemas, Sticker: labelRef },
    }),
  },
  {
    title: 'a component is renamed',
    rule: 'oasdiff api-schema-removed',
    severity: 'info',
    ...sharedSchemas(
      labelRef,
      { $ref: '#/components/schemas/Sticker' },
      { oldComponents: { Label: label }, newComponents: { Sticker: label } },
    ),
  },
  {
    title: 'a recursive component is renamed',
    rule: 'oasdiff api-schema-removed',
    severity: 'info',
    ...sharedSchemas(
      { $ref: '#/components/schemas/Box' },
      { $ref: '#/components/schemas/Container' },
      {
        oldComponents: { Box: objectWith({ $ref: '#/components/schemas/Box' }) },
        newComponents: { Container: objectWith({ $ref: '#/components/schemas/Container' }) },
      },
    ),
  },
  {
    title: 'a component that nothing uses is removed',
    rule: 'oasdiff api-schema-removed',
    severity: 'info',
    ...sharedSchemas(labelRef, labelRef, {
      oldComponents: schemas,
      newComponents: { Label: label },
    }),
  },
  {
    title: 'a component that nothing uses changes its type',
    rule: nothing,
    severity: 'info',
    ...sharedSchemas(labelRef, labelRef, {
      oldComponents: schemas,
      newComponents: { ...schemas, Stamp: { type: 'boolean' } },
    }),
  },
  {
    title: 'properties and required change their order',
    rule: nothing,
    severity: 'info',
    ...sharedSchemas(label, {
      required: ['from', 'to'],
      properties: { from: text, to: text },
      type: 'object',
    }),
  },
  {
    title: 'the values of an enum change their order',
    rule: nothing,
    severity: 'info',
    ...sharedSchemas(objectWith({ enum: ['a', 'b', 'c'] }), objectWith({ enum: ['c', 'a', 'b'] })),
  },
  {
    title: 'an object among the values of an enum changes the order of its properties',
    rule: nothing,
    severity: 'info',
    ...sharedSchemas(
      objectWith({ enum: ['a', { x: 1, y: 2 }] }),
      objectWith({ enum: ['a', { y: 2, x: 1 }] }),
    ),
  },
  {
    title: 'a list of types changes its order',
    rule: nothing,
    severity: 'info',
    ...sharedSchemas(
      objectWith({ type: ['string', 'integer'] }),
      objectWith({ type: ['integer', 'string'] }),
    ),
  },
  {
    title: 'a type becomes a list of that one type',
    rule: nothing,
    severity: 'info',
    ...sharedSchemas(objectWith(text), objectWith({ type: ['string'] })),
  },
  {
    title: 'the words of a schema change',
    rule: nothing,
    severity: 'info',
    ...sharedSchemas(
      { ...label, title: 'Label', description: 'Where to', examples: [{ to: 'A', from: 'B' }] },
      { ...label, title: 'Address label', description: 'Where it goes', examples: [] },
    ),
  },
  {
    title: 'an extension of a schema changes',
    rule: nothing,
    severity: 'info',
    ...sharedSchemas({ ...label, 'x-table': 'labels' }, { ...label, 'x-table': 'stickers' }),
  },
  ...(['allOf', 'anyOf', 'oneOf'] as const).map((keyword): VerdictPair => ({
    title: `the branches of ${keyword} change their order`,
    rule: nothing,
    severity: 'info',
    ...sharedSchemas(
      { [keyword]: [labelRef, stampRef] },
      { [keyword]: [stampRef, labelRef] },
      sameSchemas,
    ),
  })),
  {
    title: 'the inline branches of anyOf change their order',
    rule: nothing,
    severity: 'info',
    ...sharedSchemas({ anyOf: [label, stamp] }, { anyOf: [stamp, label] }),
  },
  {
    title: 'the same branch is added to allOf once more',
    rule: 'oasdiff finds nothing (docs/ALLOF.md, with --flatten-allof)',
    severity: 'info',
    ...sharedSchemas({ allOf: [labelRef] }, { allOf: [labelRef, labelRef] }, sameSchemas),
  },
  {
    title: 'the branches of allOf are merged into one schema',
    rule: 'oasdiff finds nothing (docs/ALLOF.md, with --flatten-allof)',
    severity: 'info',
    ...sharedSchemas(
      { allOf: [label, stamp] },
      {
        type: 'object',
        properties: { ...label.properties, ...stamp.properties },
        required: ['to', 'from', 'price'],
      },
    ),
  },
  {
    title: 'allOf with one branch is replaced by the branch',
    rule: 'oasdiff finds nothing (docs/ALLOF.md, with --flatten-allof)',
    severity: 'info',
    ...sharedSchemas(objectWith({ allOf: [labelRef] }), objectWith(labelRef), sameSchemas),
  },
  {
    title: 'a property moves to another branch of allOf',
    rule: 'oasdiff finds nothing (docs/ALLOF.md, with --flatten-allof)',
    severity: 'info',
    ...sharedSchemas(
      { allOf: [label, stamp] },
      {
        allOf: [
          { type: 'object', properties: { to: text }, required: ['to'] },
          {
            type: 'object',
            properties: { ...stamp.properties, from: text },
            required: ['price', 'from'],
          },
        ],
      },
    ),
  },
  {
    title: 'keywords are set to what holds without them',
    rule: nothing,
    severity: 'info',
    ...sharedSchemas(
      objectWith({ type: 'array', items: text }),
      objectWith({
        type: 'array',
        items: { ...text, minLength: 0 },
        minItems: 0,
        uniqueItems: false,
      }),
    ),
  },
  {
    title: 'flags are set to false',
    rule: nothing,
    severity: 'info',
    ...sharedSchemas(
      objectWith(text),
      objectWith({ ...text, readOnly: false, writeOnly: false, deprecated: false }),
    ),
  },
  {
    title: 'nullable is set to false',
    rule: nothing,
    severity: 'info',
    ...sharedSchemas(objectWith(text), objectWith({ ...text, nullable: false }), openapi30),
  },
  {
    title: 'the document moves from OpenAPI 3.0 to 3.1',
    rule: nothing,
    severity: 'info',
    ...sharedSchemas(label, label, { oldVersion: '3.0.3' }),
  },
  {
    title: 'nullable becomes a list of types as the document moves from OpenAPI 3.0 to 3.1',
    rule: 'oasdiff finds nothing (docs/NULLABILITY.md)',
    severity: 'info',
    ...sharedSchemas(
      objectWith({ ...text, nullable: true }),
      objectWith({ type: ['string', 'null'] }),
      { oldVersion: '3.0.3' },
    ),
  },
  {
    title: 'a nullable reference is written as oneOf with null in another order',
    rule: nothing,
    severity: 'info',
    ...sharedSchemas(
      objectWith({ oneOf: [{ type: 'null' }, labelRef] }),
      objectWith({ oneOf: [labelRef, { type: 'null' }] }),
      sameSchemas,
    ),
  },
];
