import type { JsonObject } from '@apipin/openapi-model';

import {
  OK,
  STRING,
  addBoat,
  apiAddingBoats,
  apiGiving,
  apiListingBoats,
  apiListingBoatsBy,
  apiTaking,
  apiWith,
  arrayOf,
  headerParameter,
  json,
  listBoats,
  objectOf,
  queryParameter,
  readBoat,
} from './operation-documents.ts';
import type { VerdictPair } from './verdict-pair.ts';

const INTEGER = { type: 'integer' };
const REQUIRED = { required: true };
const SAIL = { type: 'string', enum: ['sail'] };
const SAIL_OR_MOTOR = { type: 'string', enum: ['sail', 'motor'] };
const BOAT = objectOf({ name: STRING });

/** The documents in which one property of a request body changes. */
function taking(old: JsonObject, next: JsonObject): Pick<VerdictPair, 'old' | 'new'> {
  return { old: apiTaking(objectOf({ kind: old })), new: apiTaking(objectOf({ kind: next })) };
}

/** The documents in which one property of a response body changes. */
function giving(old: JsonObject, next: JsonObject): Pick<VerdictPair, 'old' | 'new'> {
  return { old: apiGiving(objectOf({ kind: old })), new: apiGiving(objectOf({ kind: next })) };
}

/** A document of this version. */
function ofVersion(version: string): JsonObject {
  return apiListingBoats({}, { info: { title: 'Harbour', version } });
}

/** A document in which the request and the response refer to the same enumeration. */
function sharing(kind: JsonObject): JsonObject {
  const boat = objectOf({ kind: { $ref: '#/components/schemas/Kind' } });
  return apiAddingBoats(
    {
      requestBody: { content: json(boat) },
      responses: { 200: { description: 'Boat', content: json(boat) } },
    },
    { components: { schemas: { Kind: kind } } },
  );
}

/** A document in which the boat of a request is also something else. */
function basedOn(base: string): JsonObject {
  return apiTaking(
    { allOf: [{ $ref: `#/components/schemas/${base}` }, BOAT] },
    {
      components: {
        schemas: {
          Vessel: objectOf({ draught: INTEGER }, ['draught']),
          Vehicle: objectOf({ wheels: INTEGER }, ['wheels']),
        },
      },
    },
  );
}

/** What criteo/openapi-comparator says in its tests, by the severities of its rules. */
export const openapiComparator: readonly VerdictPair[] = [
  {
    title: 'the version falls',
    rule: 'openapi-comparator 1000 VersionsReversed',
    severity: 'error',
    old: ofVersion('2.0.0'),
    new: ofVersion('1.0.0'),
  },
  {
    title: 'a server is removed',
    rule: 'openapi-comparator 10021 ServerNoLongerSupported',
    severity: 'error',
    old: apiListingBoats(
      {},
      { servers: [{ url: 'https://eu.example.com' }, { url: 'https://us.example.com' }] },
    ),
    new: apiListingBoats({}, { servers: [{ url: 'https://eu.example.com' }] }),
  },
  {
    title: 'a request loses a media type',
    rule: 'openapi-comparator 1003 RequestBodyFormatNoLongerSupported',
    severity: 'error',
    old: apiAddingBoats({
      requestBody: { content: { ...json(BOAT), 'text/plain': { schema: STRING } } },
    }),
    new: apiAddingBoats({ requestBody: { content: json(BOAT) } }),
  },
  {
    title: 'a request gains a media type',
    rule: 'openapi-comparator 1018 RequestBodyFormatNowSupported',
    severity: 'info',
    old: apiAddingBoats({ requestBody: { content: json(BOAT) } }),
    new: apiAddingBoats({
      requestBody: { content: { ...json(BOAT), 'application/xml': { schema: BOAT } } },
    }),
  },
  {
    title: 'a response loses a media type',
    rule: 'openapi-comparator 10031 ResponseBodyInOperationFormatNoLongerSupported',
    severity: 'error',
    old: apiListingBoats({
      responses: {
        200: {
          description: 'Boats',
          content: { ...json(BOAT), 'application/xml': { schema: BOAT } },
        },
      },
    }),
    new: apiGiving(BOAT),
  },
  {
    title: 'a path is removed',
    rule: 'openapi-comparator 1005 RemovedPath',
    severity: 'error',
    old: apiWith({ '/boats': { get: listBoats() }, '/boats/{boatId}': { get: readBoat() } }),
    new: apiWith({ '/boats': { get: listBoats() } }),
  },
  {
    title: 'a path is added',
    rule: 'openapi-comparator 1038 AddedPath',
    severity: 'info',
    old: apiWith({ '/boats': { get: listBoats() } }),
    new: apiWith({ '/boats': { get: listBoats() }, '/boats/{boatId}': { get: readBoat() } }),
  },
  {
    title: 'an operation is removed',
    rule: 'openapi-comparator 1035 RemovedOperation',
    severity: 'error',
    old: apiWith({ '/boats': { get: listBoats(), post: addBoat() } }),
    new: apiWith({ '/boats': { get: listBoats() } }),
  },
  {
    title: 'an operation is added',
    rule: 'openapi-comparator 1039 AddedOperation',
    severity: 'info',
    old: apiWith({ '/boats': { get: listBoats() } }),
    new: apiWith({ '/boats': { get: listBoats(), post: addBoat() } }),
  },
  {
    title: 'an operationId changes',
    rule: 'openapi-comparator 1008 ModifiedOperationId',
    severity: 'error',
    old: apiListingBoats({ operationId: 'listBoats' }),
    new: apiListingBoats({ operationId: 'findBoats' }),
  },
  {
    title: 'a required parameter is removed',
    rule: 'openapi-comparator 1009 RemovedRequiredParameter',
    severity: 'error',
    old: apiListingBoatsBy(queryParameter('pier', STRING, REQUIRED)),
    new: apiListingBoatsBy(),
  },
  {
    title: 'a required parameter is added',
    rule: 'openapi-comparator 1010 AddingRequiredParameter',
    severity: 'error',
    old: apiListingBoatsBy(),
    new: apiListingBoatsBy(queryParameter('pier', STRING, REQUIRED)),
  },
  {
    title: 'a status is added',
    rule: 'openapi-comparator 1011 AddingResponseCode',
    severity: 'error',
    old: apiAddingBoats({ responses: OK }),
    new: apiAddingBoats({ responses: { ...OK, 202: { description: 'Later' } } }),
  },
  {
    title: 'a status is removed',
    rule: 'openapi-comparator 1012 RemovedResponseCode',
    severity: 'error',
    old: apiAddingBoats({ responses: { ...OK, 202: { description: 'Later' } } }),
    new: apiAddingBoats({ responses: { 202: { description: 'Later' } } }),
  },
  {
    title: 'a response header is added',
    rule: 'openapi-comparator 1013 AddingHeader',
    severity: 'info',
    old: apiListingBoats({ responses: { 200: { description: 'Boats' } } }),
    new: apiListingBoats({
      responses: { 200: { description: 'Boats', headers: { 'X-Tide': { schema: STRING } } } },
    }),
  },
  {
    title: 'a response header is removed',
    rule: 'openapi-comparator 1014 RemovingHeader',
    severity: 'error',
    old: apiListingBoats({
      responses: {
        200: { description: 'Boats', headers: { 'X-Tide': { schema: STRING, required: true } } },
      },
    }),
    new: apiListingBoats({ responses: { 200: { description: 'Boats' } } }),
  },
  {
    title: 'a parameter moves from the query to a header',
    rule: 'openapi-comparator 1015 ParameterInHasChanged',
    severity: 'error',
    old: apiListingBoatsBy(queryParameter('tenant', STRING, REQUIRED)),
    new: apiListingBoatsBy(headerParameter('tenant', STRING, REQUIRED)),
  },
  {
    title: 'an enumeration in the query loses a value',
    rule: 'openapi-comparator 1019 RemovedEnumValue',
    severity: 'error',
    old: apiListingBoatsBy(queryParameter('kind', SAIL_OR_MOTOR)),
    new: apiListingBoatsBy(queryParameter('kind', { type: 'string', enum: ['motor'] })),
  },
  {
    title: 'an enumeration in the request loses a value',
    rule: 'openapi-comparator 1019 RemovedEnumValue',
    severity: 'error',
    ...taking({ type: 'string', enum: ['sail', 'motor', 'oars'] }, SAIL_OR_MOTOR),
  },
  {
    title: 'an enumeration in the response loses a value',
    rule: 'openapi-comparator 1019 RemovedEnumResponseValue',
    severity: 'warning',
    ...giving({ type: 'string', enum: ['sail', 'motor', 'oars'] }, SAIL_OR_MOTOR),
  },
  {
    title: 'an enumeration in the response gains a value',
    rule: 'openapi-comparator 1020 AddedEnumValue',
    severity: 'error',
    ...giving(SAIL_OR_MOTOR, { type: 'string', enum: ['sail', 'motor', 'oars'] }),
  },
  {
    title: 'an enumeration in the request gains a value',
    rule: 'openapi-comparator 1020 AddedEnumRequestValue',
    severity: 'warning',
    ...taking(SAIL_OR_MOTOR, { type: 'string', enum: ['sail', 'motor', 'oars'] }),
  },
  {
    title: 'an enumeration that both directions share gains a value',
    rule: 'openapi-comparator 1020 AddedEnumValue (shared reference)',
    severity: 'error',
    old: sharing(SAIL_OR_MOTOR),
    new: sharing({ type: 'string', enum: ['sail', 'motor', 'oars'] }),
  },
  {
    title: 'an enumeration that both directions share loses a value',
    rule: 'openapi-comparator 1019 RemovedEnumValue (shared reference)',
    severity: 'error',
    old: sharing(SAIL_OR_MOTOR),
    new: sharing(SAIL),
  },
  {
    title: 'further properties of the response get a schema',
    rule: 'openapi-comparator 1021 AddedAdditionalProperties',
    severity: 'error',
    old: apiGiving(BOAT),
    new: apiGiving({ ...BOAT, additionalProperties: STRING }),
  },
  {
    title: 'further properties of the response lose their schema',
    rule: 'openapi-comparator 1022 RemovedAdditionalProperties',
    severity: 'error',
    old: apiGiving({ ...BOAT, additionalProperties: STRING }),
    new: apiGiving(BOAT),
  },
  {
    title: 'the format of an integer widens in the request',
    rule: 'openapi-comparator 1023 WideningTypeFormatChanged',
    severity: 'info',
    ...taking({ type: 'integer', format: 'int32' }, { type: 'integer', format: 'int64' }),
  },
  {
    title: 'the format of an integer widens in the response',
    rule: 'openapi-comparator 1023 TypeFormatChanged',
    severity: 'error',
    ...giving({ type: 'integer', format: 'int32' }, { type: 'integer', format: 'int64' }),
  },
  {
    title: 'a maximum falls in the request',
    rule: 'openapi-comparator 1024 ConstraintIsStronger',
    severity: 'error',
    ...taking({ type: 'integer', maximum: 20 }, { type: 'integer', maximum: 10 }),
  },
  {
    title: 'a least length rises in the request',
    rule: 'openapi-comparator 1024 ConstraintIsStronger',
    severity: 'error',
    ...taking({ type: 'string', minLength: 1 }, { type: 'string', minLength: 3 }),
  },
  {
    title: 'a maximum falls in the response',
    rule: 'openapi-comparator 1024 ResponseConstraintIsStronger',
    severity: 'info',
    ...giving({ type: 'integer', maximum: 20 }, { type: 'integer', maximum: 10 }),
  },
  {
    title: 'a maximum rises in the request',
    rule: 'openapi-comparator 1037 RequestConstraintIsWeaker',
    severity: 'info',
    ...taking({ type: 'integer', maximum: 10 }, { type: 'integer', maximum: 20 }),
  },
  {
    title: 'a list in the request may have more items',
    rule: 'openapi-comparator 1037 RequestConstraintIsWeaker',
    severity: 'info',
    ...taking({ ...arrayOf(STRING), maxItems: 5 }, { ...arrayOf(STRING), maxItems: 9 }),
  },
  {
    title: 'a maximum rises in the response',
    rule: 'openapi-comparator 1037 ConstraintIsWeaker',
    severity: 'error',
    ...giving({ type: 'integer', maximum: 10 }, { type: 'integer', maximum: 20 }),
  },
  {
    title: 'a pattern changes in the request',
    rule: 'openapi-comparator 1036 PatternConstraintChanged',
    severity: 'error',
    ...taking({ type: 'string', pattern: '^[a-z]+$' }, { type: 'string', pattern: '^[0-9]+$' }),
  },
  {
    title: 'a parameter becomes required',
    rule: 'openapi-comparator 1025 RequiredStatusAdded',
    severity: 'error',
    old: apiListingBoatsBy(queryParameter('pier')),
    new: apiListingBoatsBy(queryParameter('pier', STRING, REQUIRED)),
  },
  {
    title: 'a parameter becomes optional',
    rule: 'openapi-comparator 1025 RequiredStatusRemoved',
    severity: 'info',
    old: apiListingBoatsBy(queryParameter('pier', STRING, REQUIRED)),
    new: apiListingBoatsBy(queryParameter('pier')),
  },
  {
    title: 'a property of the response is of another type',
    rule: 'openapi-comparator 1026 TypeChanged',
    severity: 'error',
    old: apiGiving(arrayOf(BOAT)),
    new: apiGiving(arrayOf(objectOf({ name: INTEGER }))),
  },
  {
    title: 'the default of a property of the response changes',
    rule: 'openapi-comparator 1027 DefaultValueChanged',
    severity: 'error',
    ...giving({ type: 'string', default: 'sail' }, { type: 'string', default: 'motor' }),
  },
  {
    title: 'a parameter is written in another style',
    rule: 'openapi-comparator 10281 ParameterStyleChanged',
    severity: 'error',
    old: apiListingBoatsBy(queryParameter('berths', arrayOf(STRING), { style: 'form' })),
    new: apiListingBoatsBy(queryParameter('berths', arrayOf(STRING), { style: 'spaceDelimited' })),
  },
  {
    title: 'a property may no longer be sent',
    rule: 'openapi-comparator 1029 ReadonlyPropertyChanged',
    severity: 'error',
    ...taking(STRING, { type: 'string', readOnly: true }),
  },
  {
    title: 'a schema of the request gets another base',
    rule: 'openapi-comparator 1032 DifferentAllOf',
    severity: 'error',
    old: basedOn('Vessel'),
    new: basedOn('Vehicle'),
  },
  {
    title: 'an optional property is removed from the response',
    rule: 'openapi-comparator 1033 RemovedProperty',
    severity: 'error',
    old: apiGiving(arrayOf(objectOf({ name: STRING, home: STRING }))),
    new: apiGiving(arrayOf(BOAT)),
  },
  {
    title: 'a required property is added to the request',
    rule: 'openapi-comparator 1034 AddedRequiredProperty',
    severity: 'error',
    old: apiTaking(BOAT),
    new: apiTaking(objectOf({ name: STRING, home: STRING }, ['home'])),
  },
  {
    title: 'a required property is added to the response',
    rule: 'openapi-comparator 1034 AddedRequiredResponseProperty',
    severity: 'warning',
    old: apiGiving(BOAT),
    new: apiGiving(objectOf({ name: STRING, home: STRING }, ['home'])),
  },
  {
    title: 'a readOnly property is added to the response',
    rule: 'openapi-comparator 1040 AddedReadOnlyPropertyInResponse',
    severity: 'info',
    old: apiGiving(BOAT),
    new: apiGiving(objectOf({ name: STRING, home: { type: 'string', readOnly: true } })),
  },
  {
    title: 'an optional property is added to the response',
    rule: 'openapi-comparator 1041 AddedPropertyInResponse',
    severity: 'warning',
    old: apiGiving(BOAT),
    new: apiGiving(objectOf({ name: STRING, home: STRING })),
  },
  {
    title: 'a property is added to a response that forbids further properties',
    rule: 'openapi-comparator 1041 AddedBreakingPropertyInResponse',
    severity: 'error',
    old: apiGiving({ ...BOAT, additionalProperties: false }),
    new: apiGiving({ ...objectOf({ name: STRING, home: STRING }), additionalProperties: false }),
  },
  {
    title: 'an optional property is added to the request',
    rule: 'openapi-comparator 1045 AddedOptionalProperty',
    severity: 'warning',
    old: apiTaking(BOAT),
    new: apiTaking(objectOf({ name: STRING, home: STRING })),
  },
  {
    title: 'a request body is added',
    rule: 'openapi-comparator 1046 AddedRequestBody',
    severity: 'error',
    old: apiAddingBoats({}),
    new: apiTaking(BOAT),
  },
  {
    title: 'a request body is removed',
    rule: 'openapi-comparator 1047 RemovedRequestBody',
    severity: 'error',
    old: apiTaking(BOAT),
    new: apiAddingBoats({}),
  },
  {
    title: 'a property of the response may be null',
    rule: 'openapi-comparator 2000 NullablePropertyChanged',
    severity: 'error',
    ...giving(STRING, { type: ['string', 'null'] }),
  },
  {
    title: 'a property of the request may no longer be null',
    rule: 'openapi-comparator 2000 NullablePropertyChanged',
    severity: 'error',
    ...taking({ type: ['string', 'null'] }, STRING),
  },
];
