import type { JsonObject } from '@apipin/openapi-model';

import { STRING, apiAddingBoats, apiListingBoats, json, objectOf } from './operation-documents.ts';
import type { VerdictPair } from './verdict-pair.ts';

const BOAT = objectOf({ name: STRING });
const DONE = { description: 'Done' };
const FAILED = { description: 'Failed' };
const UNTYPED = { 'application/json': {} };
const INTEGER = { type: 'integer' };

/** `POST /boats` with these responses. */
function answering(responses: JsonObject): JsonObject {
  return apiAddingBoats({ responses });
}

/** `GET /boats` whose success has this content. */
function answeringWith(content: JsonObject): JsonObject {
  return apiListingBoats({ responses: { 200: { description: 'Boats', content } } });
}

/** `GET /boats` whose success has these headers. */
function answeringUnder(headers: JsonObject): JsonObject {
  return apiListingBoats({ responses: { 200: { description: 'Boats', headers } } });
}

/** The documents in which the schema of the response header `X-Tide` changes. */
function tide(old: JsonObject, next: JsonObject): Pick<VerdictPair, 'old' | 'new'> {
  return {
    old: answeringUnder({ 'X-Tide': { schema: old } }),
    new: answeringUnder({ 'X-Tide': { schema: next } }),
  };
}

/** What oasdiff says of responses, their media types and their headers. */
export const oasdiffResponses: readonly VerdictPair[] = [
  {
    title: 'a success is added',
    rule: 'oasdiff response-success-status-added',
    severity: 'info',
    old: answering({ 200: DONE, 409: FAILED }),
    new: answering({ 200: DONE, 201: DONE, 409: FAILED }),
  },
  {
    title: 'a success is removed',
    rule: 'oasdiff response-success-status-removed',
    severity: 'error',
    old: answering({ 200: DONE, 409: FAILED }),
    new: answering({ 409: FAILED }),
  },
  {
    title: 'one of two successes is removed',
    rule: 'oasdiff response-success-status-removed',
    severity: 'error',
    old: answering({ 200: DONE, 202: DONE }),
    new: answering({ 200: DONE }),
  },
  {
    title: 'a success is replaced by another',
    rule: 'oasdiff response-success-status-removed',
    severity: 'error',
    old: answering({ 200: DONE, 409: FAILED }),
    new: answering({ 201: DONE, 409: FAILED }),
  },
  {
    title: 'a failure is added',
    rule: 'oasdiff response-non-success-status-added',
    severity: 'info',
    old: answering({ 200: DONE, 409: FAILED }),
    new: answering({ 200: DONE, 400: FAILED, 409: FAILED }),
  },
  {
    title: 'a failure is removed',
    rule: 'oasdiff response-non-success-status-removed',
    severity: 'info',
    old: answering({ 200: DONE, 409: FAILED }),
    new: answering({ 200: DONE }),
  },
  {
    title: 'a server failure is added',
    rule: 'oasdiff response-non-success-status-added',
    severity: 'info',
    old: answering({ 200: DONE }),
    new: answering({ 200: DONE, 503: FAILED }),
  },
  {
    title: 'a redirection is removed',
    rule: 'oasdiff response-non-success-status-removed',
    severity: 'info',
    old: answering({ 200: DONE, 303: DONE }),
    new: answering({ 200: DONE }),
  },
  {
    title: 'the default response is removed',
    rule: 'oasdiff unparseable status removed',
    severity: 'info',
    old: answering({ 200: DONE, default: FAILED }),
    new: answering({ 200: DONE }),
  },
  {
    title: 'a media type is added to a response',
    rule: 'oasdiff response-media-type-added',
    severity: 'info',
    old: answeringWith(json(BOAT)),
    new: answeringWith({ ...json(BOAT), 'application/xml': { schema: BOAT } }),
  },
  {
    title: 'a media type is removed from a response',
    rule: 'oasdiff response-media-type-removed',
    severity: 'error',
    old: answeringWith({ ...json(BOAT), 'application/xml': { schema: BOAT } }),
    new: answeringWith(json(BOAT)),
  },
  {
    title: 'the media type of a response is replaced',
    rule: 'oasdiff response-media-type-removed',
    severity: 'error',
    old: answeringWith({ 'text/csv': { schema: STRING } }),
    new: answeringWith({ 'application/pdf': { schema: STRING } }),
  },
  {
    title: 'the media type of a response becomes more specific',
    rule: 'oasdiff response-media-type-name-specialized',
    severity: 'info',
    old: answeringWith(json(BOAT)),
    new: answeringWith({ 'application/problem+json': { schema: BOAT } }),
  },
  {
    title: 'the media type of a response becomes more general',
    rule: 'oasdiff response-media-type-name-generalized',
    severity: 'error',
    old: answeringWith({ 'application/problem+json': { schema: BOAT } }),
    new: answeringWith(json(BOAT)),
  },
  {
    title: 'the media type of a response becomes more specific and gains a parameter',
    rule: 'oasdiff response-media-type-name-changed',
    severity: 'warning',
    old: answeringWith(json(BOAT)),
    new: answeringWith({ 'application/problem+json;q=1': { schema: BOAT } }),
  },
  {
    title: 'the media type of a response gains a parameter',
    rule: 'oasdiff response-media-type-parameter-added',
    severity: 'info',
    old: answeringWith(json(BOAT)),
    new: answeringWith({ 'application/json; charset=utf-8': { schema: BOAT } }),
  },
  {
    title: 'the media type of a response loses a parameter',
    rule: 'oasdiff response-media-type-parameter-removed',
    severity: 'error',
    old: answeringWith({ 'application/json; charset=utf-8': { schema: BOAT } }),
    new: answeringWith(json(BOAT)),
  },
  {
    title: 'a parameter of the media type of a response changes',
    rule: 'oasdiff response-media-type-parameter-changed',
    severity: 'error',
    old: answeringWith({ 'application/json; charset=utf-8': { schema: BOAT } }),
    new: answeringWith({ 'application/json; charset=utf-16': { schema: BOAT } }),
  },
  {
    title: 'a media type of a response gains a schema',
    rule: 'oasdiff response-body-media-type-schema-added',
    severity: 'info',
    old: answeringWith(UNTYPED),
    new: answeringWith(json(BOAT)),
  },
  {
    title: 'a media type of a response loses its schema',
    rule: 'oasdiff response-body-media-type-schema-removed',
    severity: 'error',
    old: answeringWith(json(BOAT)),
    new: answeringWith(UNTYPED),
  },
  {
    title: 'a media type of a response gains the schema true',
    rule: 'oasdiff response-body-media-type-schema-added',
    severity: 'info',
    old: answeringWith(UNTYPED),
    new: answeringWith(json(true)),
  },
  {
    title: 'a media type of a response loses the schema true',
    rule: 'oasdiff response-body-media-type-schema-removed',
    severity: 'info',
    old: answeringWith(json(true)),
    new: answeringWith(UNTYPED),
  },
  {
    title: 'a media type of a response gains the schema false',
    rule: 'oasdiff ResponseBodySchemaBecameFalse',
    severity: 'error',
    old: answeringWith(UNTYPED),
    new: answeringWith(json(false)),
  },
  {
    title: 'a media type of a response loses the schema false',
    rule: 'oasdiff response-body-media-type-schema-removed',
    severity: 'error',
    old: answeringWith(json(false)),
    new: answeringWith(UNTYPED),
  },
  {
    title: 'an optional response header is added',
    rule: 'oasdiff response-header-added',
    severity: 'info',
    old: answeringUnder({}),
    new: answeringUnder({ 'X-Tide': { schema: STRING } }),
  },
  {
    title: 'a required response header is added',
    rule: 'oasdiff response-header-added',
    severity: 'info',
    old: answeringUnder({}),
    new: answeringUnder({ 'X-Tide': { schema: STRING, required: true } }),
  },
  {
    title: 'a required response header is removed',
    rule: 'oasdiff required-response-header-removed',
    severity: 'error',
    old: answeringUnder({ 'X-Tide': { schema: STRING, required: true } }),
    new: answeringUnder({}),
  },
  {
    title: 'an optional response header is removed',
    rule: 'oasdiff optional-response-header-removed',
    severity: 'warning',
    old: answeringUnder({ 'X-Tide': { schema: STRING } }),
    new: answeringUnder({}),
  },
  {
    title: 'a response header is renamed',
    rule: 'oasdiff optional-response-header-removed',
    severity: 'warning',
    old: answeringUnder({ 'X-Tide': { schema: STRING } }),
    new: answeringUnder({ 'X-Water-Level': { schema: STRING } }),
  },
  {
    title: 'a response header is spelt in other case',
    rule: 'oasdiff header case (--case-insensitive-headers)',
    severity: 'info',
    old: answeringUnder({ 'X-Tide': { schema: STRING, required: true } }),
    new: answeringUnder({ 'x-tide': { schema: STRING, required: true } }),
  },
  {
    title: 'a response header becomes optional',
    rule: 'oasdiff response-header-became-optional',
    severity: 'error',
    old: answeringUnder({ 'X-Tide': { schema: STRING, required: true } }),
    new: answeringUnder({ 'X-Tide': { schema: STRING, required: false } }),
  },
  {
    title: 'a response header becomes required',
    rule: 'oasdiff response header became required',
    severity: 'info',
    old: answeringUnder({ 'X-Tide': { schema: STRING } }),
    new: answeringUnder({ 'X-Tide': { schema: STRING, required: true } }),
  },
  {
    title: 'the description of a response header changes',
    rule: 'oasdiff comments changed',
    severity: 'info',
    old: answeringUnder({ 'X-Tide': { schema: STRING, description: 'Tide' } }),
    new: answeringUnder({ 'X-Tide': { schema: STRING, description: 'High or low' } }),
  },
  {
    title: 'a response header changes from a date to a number of seconds',
    rule: 'oasdiff response-header-type-changed',
    severity: 'error',
    ...tide({ type: 'string', format: 'date-time' }, INTEGER),
  },
  {
    title: 'a response header changes from integer to number',
    rule: 'oasdiff response-header-type-generalized',
    severity: 'error',
    ...tide(INTEGER, { type: 'number' }),
  },
  {
    title: 'a response header changes from number to integer',
    rule: 'oasdiff response-header-type-specialized',
    severity: 'info',
    ...tide({ type: 'number' }, INTEGER),
  },
  {
    title: 'a response header changes from string to integer',
    rule: 'oasdiff response-header-type-compatible',
    severity: 'info',
    ...tide(STRING, INTEGER),
  },
  {
    title: 'a response header may be null',
    rule: 'oasdiff response-header-became-nullable',
    severity: 'error',
    ...tide(STRING, { type: ['string', 'null'] }),
  },
  {
    title: 'a response header may no longer be null',
    rule: 'oasdiff response-header-became-not-nullable',
    severity: 'info',
    ...tide({ type: ['string', 'null'] }, STRING),
  },
  {
    title: 'a response header gains a maximum',
    rule: 'oasdiff response-header-max-set',
    severity: 'info',
    ...tide(INTEGER, { type: 'integer', maximum: 12 }),
  },
  {
    title: 'a response header loses its maximum',
    rule: 'oasdiff response-header-max-unset',
    severity: 'error',
    ...tide({ type: 'integer', maximum: 12 }, INTEGER),
  },
  {
    title: 'a response header gains a minimum',
    rule: 'oasdiff response-header-min-set',
    severity: 'info',
    ...tide(INTEGER, { type: 'integer', minimum: 0 }),
  },
  {
    title: 'a response header loses its minimum',
    rule: 'oasdiff response-header-min-unset',
    severity: 'error',
    ...tide({ type: 'integer', minimum: 0 }, INTEGER),
  },
  {
    title: 'a response header gains a greatest length',
    rule: 'oasdiff response-header-max-length-set',
    severity: 'info',
    ...tide(STRING, { type: 'string', maxLength: 8 }),
  },
  {
    title: 'a response header loses its greatest length',
    rule: 'oasdiff response-header-max-length-unset',
    severity: 'error',
    ...tide({ type: 'string', maxLength: 8 }, STRING),
  },
];
