import type { JsonObject } from '@apipin/openapi-model';
import { objectWith, openapi30, sharedSchemas, type DocumentPair } from './documents.ts';
import type { VerdictPair } from './verdict-pair.ts';

const text = { type: 'string' };
const label = {
  type: 'object',
  properties: { to: text, from: text },
  required: ['to'],
};

/** What oasdiff says about changes of a component that the one operation both takes and returns. */
export const oasdiffSharedSchemas: readonly VerdictPair[] = [
  {
    title: 'a shared component gains an optional property',
    rule: 'oasdiff new-optional-request-property',
    severity: 'info',
    ...component(label, { ...label, properties: { ...label.properties, via: text } }),
  },
  {
    title: 'a shared component gains a required property',
    rule: 'oasdiff new-required-request-property',
    severity: 'error',
    ...component(label, {
      ...label,
      properties: { ...label.properties, via: text },
      required: ['to', 'via'],
    }),
  },
  {
    title: 'a shared component gains a required readOnly property',
    rule: 'oasdiff response-required-property-added (TestBreaking_ReadOnlyNewRequiredProperty)',
    severity: 'info',
    ...component(label, {
      ...label,
      properties: { ...label.properties, id: { ...text, readOnly: true } },
      required: ['to', 'id'],
    }),
  },
  {
    title: 'a shared component loses an optional property',
    rule: 'oasdiff request-property-removed',
    severity: 'warning',
    ...component(label, { ...label, properties: { to: text } }),
  },
  {
    title: 'a shared component loses a required property',
    rule: 'oasdiff response-required-property-removed',
    severity: 'error',
    ...component(label, { type: 'object', properties: { from: text } }),
  },
  {
    title: 'a shared component loses a required writeOnly property',
    rule: 'oasdiff request-property-removed (TestBreaking_WriteOnlyDeleteRequiredProperty)',
    severity: 'warning',
    ...component(
      {
        ...label,
        properties: { ...label.properties, pin: { ...text, writeOnly: true } },
        required: ['to', 'pin'],
      },
      label,
    ),
  },
  {
    title: 'a property of a shared component becomes required',
    rule: 'oasdiff request-property-became-required',
    severity: 'error',
    ...component(label, { ...label, required: ['to', 'from'] }),
  },
  {
    title: 'a property of a shared component becomes optional',
    rule: 'oasdiff response-property-became-optional',
    severity: 'error',
    ...component(label, { ...label, required: [] }),
  },
  {
    title: 'a readOnly property of a shared component becomes required',
    rule: 'oasdiff response-property-became-required (TestBreaking_ReadOnlyPropertyRequiredEnabled)',
    severity: 'info',
    ...component(objectWith({ ...text, readOnly: true }), {
      ...objectWith({ ...text, readOnly: true }),
      required: ['value'],
    }),
  },
  {
    title: 'a writeOnly property of a shared component becomes optional',
    rule: 'oasdiff request-property-became-optional (TestBreaking_WriteOnlyPropertyRequiredDisabled)',
    severity: 'info',
    ...component(
      { ...objectWith({ ...text, writeOnly: true }), required: ['value'] },
      objectWith({ ...text, writeOnly: true }),
    ),
  },
  {
    title: 'a property of a shared component widens its type',
    rule: 'oasdiff response-property-type-generalized',
    severity: 'error',
    ...component(objectWith({ type: 'integer' }), objectWith({ type: 'number' })),
  },
  {
    title: 'a property of a shared component narrows its type',
    rule: 'oasdiff request-property-type-changed',
    severity: 'error',
    ...component(objectWith({ type: 'number' }), objectWith({ type: 'integer' })),
  },
  {
    title: 'a property of a shared component becomes nullable',
    rule: 'oasdiff response-property-became-nullable',
    severity: 'error',
    ...component(objectWith(text), objectWith({ ...text, nullable: true }), openapi30),
  },
  {
    title: 'a property of a shared component is no longer nullable',
    rule: 'oasdiff request-property-became-not-nullable',
    severity: 'error',
    ...component(objectWith({ ...text, nullable: true }), objectWith(text), openapi30),
  },
  {
    title: 'an enum in a shared component loses a value',
    rule: 'oasdiff request-property-enum-value-removed',
    severity: 'error',
    ...component(objectWith({ enum: ['a', 'b'] }), objectWith({ enum: ['a'] })),
  },
  {
    title: 'an enum in a shared component gains a value',
    rule: 'oasdiff response-property-enum-value-added',
    severity: 'error',
    ...component(objectWith({ enum: ['a'] }), objectWith({ enum: ['a', 'b'] })),
  },
  {
    title: 'maxLength in a shared component increases',
    rule: 'oasdiff response-property-max-length-increased',
    severity: 'error',
    ...component(objectWith({ ...text, maxLength: 30 }), objectWith({ ...text, maxLength: 40 })),
  },
  {
    title: 'maxLength in a shared component decreases',
    rule: 'oasdiff request-property-max-length-decreased',
    severity: 'error',
    ...component(objectWith({ ...text, maxLength: 40 }), objectWith({ ...text, maxLength: 30 })),
  },
  {
    title: 'maxLength of a readOnly property in a shared component decreases',
    rule: 'oasdiff request-read-only-property-max-length-decreased',
    severity: 'info',
    ...component(
      objectWith({ ...text, readOnly: true, maxLength: 40 }),
      objectWith({ ...text, readOnly: true, maxLength: 30 }),
    ),
  },
  {
    title: 'a pattern in a shared component changes',
    rule: 'oasdiff request-property-pattern-changed',
    severity: 'warning',
    ...component(
      objectWith({ ...text, pattern: '^[a-f]+$' }),
      objectWith({ ...text, pattern: '^[a-g]+$' }),
    ),
  },
  {
    title: 'a property of a shared component gains a default',
    rule: 'oasdiff request-property-default-value-added',
    severity: 'info',
    ...component(objectWith(text), objectWith({ ...text, default: 'home' })),
  },
  {
    title: 'a property of a shared component is deprecated',
    rule: 'oasdiff request-property-deprecated',
    severity: 'info',
    ...component(objectWith(text), objectWith({ ...text, deprecated: true })),
  },
];

function component(
  before: JsonObject,
  after: JsonObject,
  versions: { readonly oldVersion?: string; readonly newVersion?: string } = {},
): DocumentPair {
  const reference = { $ref: '#/components/schemas/Label' };
  return sharedSchemas(reference, reference, {
    ...versions,
    oldComponents: { Label: before },
    newComponents: { Label: after },
  });
}
