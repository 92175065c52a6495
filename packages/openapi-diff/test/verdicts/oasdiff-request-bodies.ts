import { STRING, apiAddingBoats, json, objectOf } from './operation-documents.ts';
import type { VerdictPair } from './verdict-pair.ts';

const BOAT = objectOf({ name: STRING });
const OPTIONAL_BODY = { content: json(BOAT) };
const REQUIRED_BODY = { required: true, content: json(BOAT) };
const UNTYPED = { 'application/json': {} };

/** What oasdiff says of request bodies and of the media types they come in. */
export const oasdiffRequestBodies: readonly VerdictPair[] = [
  {
    title: 'a required request body is added',
    rule: 'oasdiff request-body-added-required',
    severity: 'error',
    old: apiAddingBoats({}),
    new: apiAddingBoats({ requestBody: REQUIRED_BODY }),
  },
  {
    title: 'an optional request body is added',
    rule: 'oasdiff request-body-added-optional',
    severity: 'info',
    old: apiAddingBoats({}),
    new: apiAddingBoats({ requestBody: OPTIONAL_BODY }),
  },
  {
    title: 'a required request body is removed',
    rule: 'oasdiff request-body-removed',
    severity: 'error',
    old: apiAddingBoats({ requestBody: REQUIRED_BODY }),
    new: apiAddingBoats({}),
  },
  {
    title: 'an optional request body is removed',
    rule: 'oasdiff request-body-removed',
    severity: 'error',
    old: apiAddingBoats({ requestBody: OPTIONAL_BODY }),
    new: apiAddingBoats({}),
  },
  {
    title: 'a request body becomes required',
    rule: 'oasdiff request-body-became-required',
    severity: 'error',
    old: apiAddingBoats({ requestBody: OPTIONAL_BODY }),
    new: apiAddingBoats({ requestBody: REQUIRED_BODY }),
  },
  {
    title: 'a request body becomes optional',
    rule: 'oasdiff request-body-became-optional',
    severity: 'info',
    old: apiAddingBoats({ requestBody: REQUIRED_BODY }),
    new: apiAddingBoats({ requestBody: { ...REQUIRED_BODY, required: false } }),
  },
  {
    title: 'the default of required is written out',
    rule: 'oasdiff no change',
    severity: 'info',
    old: apiAddingBoats({ requestBody: OPTIONAL_BODY }),
    new: apiAddingBoats({ requestBody: { ...OPTIONAL_BODY, required: false } }),
  },
  {
    title: 'the description of a request body changes',
    rule: 'oasdiff comments changed',
    severity: 'info',
    old: apiAddingBoats({ requestBody: { ...REQUIRED_BODY, description: 'Boat' } }),
    new: apiAddingBoats({ requestBody: { ...REQUIRED_BODY, description: 'The boat to add' } }),
  },
  {
    title: 'a media type is added to a request body',
    rule: 'oasdiff request-body-media-type-added',
    severity: 'info',
    old: apiAddingBoats({ requestBody: { content: { 'application/xml': { schema: BOAT } } } }),
    new: apiAddingBoats({
      requestBody: { content: { 'application/xml': { schema: BOAT }, ...json(BOAT) } },
    }),
  },
  {
    title: 'a media type is removed from a request body',
    rule: 'oasdiff request-body-media-type-removed',
    severity: 'error',
    old: apiAddingBoats({
      requestBody: { content: { 'application/xml': { schema: BOAT }, ...json(BOAT) } },
    }),
    new: apiAddingBoats({ requestBody: { content: { 'application/xml': { schema: BOAT } } } }),
  },
  {
    title: 'the media type of a request body is replaced',
    rule: 'oasdiff request-body-media-type-removed',
    severity: 'error',
    old: apiAddingBoats({ requestBody: { content: { 'text/csv': { schema: STRING } } } }),
    new: apiAddingBoats({ requestBody: { content: { 'application/pdf': { schema: STRING } } } }),
  },
  {
    title: 'a media type of a request body gains a schema',
    rule: 'oasdiff request-body-media-type-schema-added',
    severity: 'error',
    old: apiAddingBoats({ requestBody: { content: UNTYPED } }),
    new: apiAddingBoats({ requestBody: { content: json(BOAT) } }),
  },
  {
    title: 'a media type of a request body loses its schema',
    rule: 'oasdiff request-body-media-type-schema-removed',
    severity: 'info',
    old: apiAddingBoats({ requestBody: { content: json(BOAT) } }),
    new: apiAddingBoats({ requestBody: { content: UNTYPED } }),
  },
  {
    title: 'a media type of a request body gains the schema true',
    rule: 'oasdiff request-body-media-type-schema-added',
    severity: 'info',
    old: apiAddingBoats({ requestBody: { content: UNTYPED } }),
    new: apiAddingBoats({ requestBody: { content: json(true) } }),
  },
  {
    title: 'a media type of a request body loses the schema true',
    rule: 'oasdiff request-body-media-type-schema-removed',
    severity: 'info',
    old: apiAddingBoats({ requestBody: { content: json(true) } }),
    new: apiAddingBoats({ requestBody: { content: UNTYPED } }),
  },
  {
    title: 'a media type of a request body gains the schema false',
    rule: 'oasdiff RequestBodySchemaBecameFalse',
    severity: 'error',
    old: apiAddingBoats({ requestBody: { content: UNTYPED } }),
    new: apiAddingBoats({ requestBody: { content: json(false) } }),
  },
  {
    title: 'a media type of a request body loses the schema false',
    rule: 'oasdiff request-body-media-type-schema-removed',
    severity: 'info',
    old: apiAddingBoats({ requestBody: { content: json(false) } }),
    new: apiAddingBoats({ requestBody: { content: UNTYPED } }),
  },
];
