import type { JsonObject } from '@apipin/openapi-model';

import {
  STRING,
  apiListingBoats,
  apiWith,
  headerParameter,
  listBoats,
  queryParameter,
  readBoat,
  removeBoat,
} from './operation-documents.ts';
import type { VerdictPair } from './verdict-pair.ts';

const FAR_AWAY = '9999-06-30';
const LONG_AGO = '2021-06-30';

/** The documents before and after `DELETE /boats/{boatId}` goes, while its path stays. */
function withoutRemoveBoat(fields: JsonObject): Pick<VerdictPair, 'old' | 'new'> {
  return {
    old: apiWith({ '/boats/{boatId}': { get: readBoat(), delete: removeBoat(fields) } }),
    new: apiWith({ '/boats/{boatId}': { get: readBoat() } }),
  };
}

/** The documents before and after the path of a single boat goes. */
function withoutBoatPath(item: JsonObject): Pick<VerdictPair, 'old' | 'new'> {
  return {
    old: apiWith({ '/boats': { get: listBoats() }, '/boats/{boatId}': item }),
    new: apiWith({ '/boats': { get: listBoats() } }),
  };
}

/** The documents before and after the query parameter `pier` goes. */
function withoutPier(
  fields: JsonObject,
  operation: JsonObject = {},
): Pick<VerdictPair, 'old' | 'new'> {
  return {
    old: apiListingBoats({ ...operation, parameters: [queryParameter('pier', STRING, fields)] }),
    new: apiListingBoats(operation),
  };
}

/** What oasdiff says of deprecation, of sunset dates and of stability levels. */
export const oasdiffLifecycle: readonly VerdictPair[] = [
  {
    title: 'an operation is deprecated',
    rule: 'oasdiff endpoint-deprecated',
    severity: 'info',
    old: apiListingBoats({}),
    new: apiListingBoats({ deprecated: true }),
  },
  {
    title: 'an operation is deprecated with a sunset date far away',
    rule: 'oasdiff endpoint-deprecated-with-sunset',
    severity: 'info',
    old: apiListingBoats({}),
    new: apiListingBoats({ deprecated: true, 'x-sunset': FAR_AWAY }),
  },
  {
    title: 'an operation is no longer deprecated',
    rule: 'oasdiff endpoint-reactivated',
    severity: 'info',
    old: apiListingBoats({ deprecated: true, 'x-sunset': FAR_AWAY }),
    new: apiListingBoats({}),
  },
  {
    title: 'a parameter is deprecated',
    rule: 'oasdiff request-parameter-deprecated',
    severity: 'info',
    old: apiListingBoats({ parameters: [headerParameter('X-Pier')] }),
    new: apiListingBoats({ parameters: [headerParameter('X-Pier', STRING, { deprecated: true })] }),
  },
  {
    title: 'a parameter is no longer deprecated',
    rule: 'oasdiff request-parameter-reactivated',
    severity: 'info',
    old: apiListingBoats({ parameters: [queryParameter('pier', STRING, { deprecated: true })] }),
    new: apiListingBoats({ parameters: [queryParameter('pier')] }),
  },
  {
    title: 'the schema of a parameter is deprecated',
    rule: 'oasdiff schema deprecated',
    severity: 'info',
    old: apiListingBoats({ parameters: [headerParameter('X-Pier')] }),
    new: apiListingBoats({
      parameters: [headerParameter('X-Pier', { type: 'string', deprecated: true })],
    }),
  },
  {
    title: 'a response header is deprecated',
    rule: 'oasdiff header deprecated',
    severity: 'info',
    old: apiListingBoats({
      responses: { 200: { description: 'Boats', headers: { 'X-Tide': { schema: STRING } } } },
    }),
    new: apiListingBoats({
      responses: {
        200: { description: 'Boats', headers: { 'X-Tide': { schema: STRING, deprecated: true } } },
      },
    }),
  },
  {
    title: 'a deprecated operation is removed',
    rule: 'oasdiff api-removed-with-deprecation',
    severity: 'info',
    ...withoutRemoveBoat({ deprecated: true }),
  },
  {
    title: 'a deprecated operation is removed after its sunset date',
    rule: 'oasdiff api-removed-with-deprecation',
    severity: 'info',
    ...withoutRemoveBoat({ deprecated: true, 'x-sunset': LONG_AGO }),
  },
  {
    title: 'a deprecated operation is removed before its sunset date',
    rule: 'oasdiff api-removed-before-sunset',
    severity: 'error',
    ...withoutRemoveBoat({ deprecated: true, 'x-sunset': FAR_AWAY }),
  },
  {
    title: 'a deprecated operation whose sunset date is none is removed',
    rule: 'oasdiff api-path-sunset-parse',
    severity: 'error',
    ...withoutRemoveBoat({ deprecated: true, 'x-sunset': 'some day' }),
  },
  {
    title: 'a path is removed whose operations are all deprecated',
    rule: 'oasdiff api-path-removed-with-deprecation',
    severity: 'info',
    ...withoutBoatPath({
      get: readBoat({ deprecated: true }),
      delete: removeBoat({ deprecated: true }),
    }),
  },
  {
    title: 'a path is removed after the sunset dates of all its operations',
    rule: 'oasdiff api-path-removed-with-deprecation',
    severity: 'info',
    ...withoutBoatPath({
      get: readBoat({ deprecated: true, 'x-sunset': LONG_AGO }),
      delete: removeBoat({ deprecated: true, 'x-sunset': LONG_AGO }),
    }),
  },
  {
    title: 'a path is removed before the sunset date of one of its operations',
    rule: 'oasdiff api-path-removed-before-sunset',
    severity: 'error',
    ...withoutBoatPath({
      get: readBoat({ deprecated: true, 'x-sunset': LONG_AGO }),
      delete: removeBoat({ deprecated: true, 'x-sunset': FAR_AWAY }),
    }),
  },
  {
    title: 'a path is removed of which one operation is not deprecated',
    rule: 'oasdiff api-path-removed-without-deprecation',
    severity: 'error',
    ...withoutBoatPath({ get: readBoat(), delete: removeBoat({ deprecated: true }) }),
  },
  {
    title: 'a deprecated parameter is removed',
    rule: 'oasdiff request-parameter-removed-with-deprecation',
    severity: 'info',
    ...withoutPier({ deprecated: true }),
  },
  {
    title: 'a deprecated parameter is removed after its sunset date',
    rule: 'oasdiff request-parameter-removed-with-deprecation',
    severity: 'info',
    ...withoutPier({ deprecated: true, 'x-sunset': LONG_AGO }),
  },
  {
    title: 'a deprecated parameter is removed before its sunset date',
    rule: 'oasdiff request-parameter-removed-before-sunset',
    severity: 'error',
    ...withoutPier({ deprecated: true, 'x-sunset': FAR_AWAY }),
  },
  {
    title: 'a deprecated parameter whose sunset date is none is removed',
    rule: 'oasdiff request-parameter-sunset-parse',
    severity: 'error',
    ...withoutPier({ deprecated: true, 'x-sunset': 'some day' }),
  },
  {
    title: 'the sunset date of a deprecated operation is removed',
    rule: 'oasdiff sunset-deleted',
    severity: 'error',
    old: apiListingBoats({ deprecated: true, 'x-sunset': FAR_AWAY }),
    new: apiListingBoats({ deprecated: true }),
  },
  {
    title: 'the sunset date of a deprecated operation becomes none',
    rule: 'oasdiff api-path-sunset-parse',
    severity: 'error',
    old: apiListingBoats({ deprecated: true, 'x-sunset': FAR_AWAY }),
    new: apiListingBoats({ deprecated: true, 'x-sunset': 'some day' }),
  },
  {
    title: 'another extension of a deprecated operation is removed',
    rule: 'oasdiff no sunset to delete',
    severity: 'info',
    old: apiListingBoats({ deprecated: true, 'x-owner': 'fleet' }),
    new: apiListingBoats({ deprecated: true }),
  },
  {
    title: 'the stability of an operation falls',
    rule: 'oasdiff api-stability-decreased',
    severity: 'error',
    old: apiListingBoats({ 'x-stability-level': 'stable' }),
    new: apiListingBoats({ 'x-stability-level': 'beta' }),
  },
  {
    title: 'the stability of an operation rises',
    rule: 'oasdiff api-stability-increased',
    severity: 'info',
    old: apiListingBoats({ 'x-stability-level': 'alpha' }),
    new: apiListingBoats({ 'x-stability-level': 'beta' }),
  },
  {
    title: 'a path is removed of which all is alpha',
    rule: 'oasdiff stability threshold',
    severity: 'info',
    ...withoutBoatPath({ get: readBoat({ 'x-stability-level': 'alpha' }) }),
  },
  {
    title: 'a path is removed of which all is draft',
    rule: 'oasdiff stability threshold',
    severity: 'info',
    ...withoutBoatPath({ get: readBoat({ 'x-stability-level': 'draft' }) }),
  },
  {
    title: 'a path is removed of which only one operation is alpha',
    rule: 'oasdiff api-path-removed-without-deprecation',
    severity: 'error',
    ...withoutBoatPath({ get: readBoat({ 'x-stability-level': 'alpha' }), delete: removeBoat() }),
  },
  {
    title: 'a parameter of an alpha operation is removed',
    rule: 'oasdiff stability threshold',
    severity: 'info',
    ...withoutPier({}, { 'x-stability-level': 'alpha' }),
  },
];
