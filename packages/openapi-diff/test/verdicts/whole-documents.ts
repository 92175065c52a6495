import type { JsonObject } from '@apipin/openapi-model';

import { HARBOUR } from './harbour-document.ts';
import { mergePatch } from './merge-patch.ts';
import { json } from './operation-documents.ts';
import type { VerdictPair } from './verdict-pair.ts';

/** The harbour before and after these changes. */
function harbour(...patches: readonly JsonObject[]): Pick<VerdictPair, 'old' | 'new'> {
  return { old: HARBOUR, new: patches.reduce(mergePatch, HARBOUR) };
}

/** The harbour after and before these changes. */
function harbourBackwards(...patches: readonly JsonObject[]): Pick<VerdictPair, 'old' | 'new'> {
  const { old, new: next } = harbour(...patches);
  return { old: next, new: old };
}

/** The harbour without any operation. */
const NO_PATHS = Object.fromEntries(
  ['/boats', '/boats/{boatId}', '/boats/{boatId}/visits', '/piers', '/piers/{pierId}/berths'].map(
    (path) => [path, null],
  ),
);

/** Words, names and order: nothing that travels. */
const WORDS: JsonObject = {
  info: { title: 'Harbour of Bergen', description: 'Boats and piers.', contact: { name: 'Ida' } },
  tags: [{ name: 'piers', description: 'Piers' }, { name: 'boats' }],
  'x-team': 'fleet',
  paths: {
    '/boats': {
      get: {
        summary: 'Every boat',
        description: 'By page.',
        tags: ['boats', 'public'],
        externalDocs: { url: 'https://docs.example.com' },
      },
    },
    '/piers': { get: { operationId: 'findPiers', 'x-cost': 2 } },
  },
  components: {
    parameters: { Limit: { description: 'How many at most' } },
    responses: { NotFound: { description: 'Not found' } },
    schemas: {
      Boat: { title: 'A boat', properties: { name: { examples: ['Ida'] } } },
      Berth: { description: 'A place to lie' },
    },
  },
};

/** Something that is to go away some day. */
const DEPRECATIONS: JsonObject = {
  paths: { '/boats/{boatId}/visits': { post: { deprecated: true } } },
  components: {
    parameters: { After: { deprecated: true } },
    schemas: { Boat: { properties: { addedAt: { deprecated: true } } } },
  },
};

/** More of everything, as long as nobody has to care. */
const GROWTH: JsonObject = {
  paths: {
    '/boats': {
      get: {
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/After' },
          { $ref: '#/components/parameters/Sort' },
          { name: 'flag', in: 'query', schema: { type: 'string' } },
        ],
        responses: {
          200: { headers: { 'X-Cost': { schema: { type: 'integer' } } } },
          429: { description: 'Too many requests' },
        },
      },
    },
    '/piers': {
      post: {
        operationId: 'addPier',
        requestBody: { required: true, content: json({ $ref: '#/components/schemas/Pier' }) },
        responses: { 201: { description: 'The pier' } },
      },
    },
    '/weather': {
      get: { operationId: 'readWeather', responses: { 200: { description: 'The weather' } } },
    },
  },
  components: {
    parameters: { Sort: { schema: { enum: ['name', 'length', 'age'] } } },
    schemas: {
      NewBoat: { properties: { flag: { type: 'string' } } },
      Boat: { properties: { flag: { type: 'string' } } },
      Weather: { type: 'object', properties: { wind: { type: 'number' } } },
    },
  },
};

/** What judges say of documents as people write them, in which much changes at once. */
export const wholeDocuments: readonly VerdictPair[] = [
  {
    title: 'nothing changes',
    rule: 'openapi-diff-java petstore, testEqual',
    severity: 'info',
    ...harbour(),
  },
  {
    title: 'every operation is added',
    rule: 'openapi-diff-java petstore, testNewApi',
    severity: 'info',
    ...harbourBackwards({ paths: NO_PATHS }),
  },
  {
    title: 'every operation is removed',
    rule: 'openapi-diff-java petstore, testDeprecatedApi',
    severity: 'error',
    ...harbour({ paths: NO_PATHS }),
  },
  {
    title: 'two paths are added',
    rule: 'openapi-diff-java petstore, testApiAdded',
    severity: 'info',
    ...harbourBackwards({ paths: { '/piers': null, '/piers/{pierId}/berths': null } }),
  },
  {
    title: 'two paths are removed',
    rule: 'openapi-diff-java petstore, testApiMissing',
    severity: 'error',
    ...harbour({ paths: { '/piers': null, '/piers/{pierId}/berths': null } }),
  },
  {
    title: 'an operation is added and a parameter may be greater',
    rule: 'openapi-diff-java petstore, testApiChangedOperationAdded',
    severity: 'info',
    ...harbour(
      { components: { parameters: { Limit: { schema: { maximum: 200 } } } } },
      {
        paths: {
          '/piers': {
            head: { operationId: 'countPiers', responses: { 200: { description: 'Done' } } },
          },
        },
      },
    ),
  },
  {
    title: 'an operation is removed and a parameter has to be less',
    rule: 'openapi-diff-java petstore, testApiChangedOperationMissing',
    severity: 'error',
    ...harbour({
      paths: { '/boats/{boatId}': { delete: null } },
      components: { parameters: { Limit: { schema: { maximum: 50 } } } },
    }),
  },
  {
    title: 'three operations and two optional parameters are added',
    rule: 'swagger-diff petstore, compatible',
    severity: 'info',
    ...harbourBackwards({
      paths: {
        '/boats': {
          get: { parameters: [{ $ref: '#/components/parameters/Sort' }] },
          post: null,
        },
        '/boats/{boatId}': { get: null, delete: null },
      },
    }),
  },
  {
    title: 'operations, parameters, properties and a success go, and more is required',
    rule: 'swagger-diff dummy, incompatible',
    severity: 'error',
    ...harbour({
      paths: {
        '/boats': {
          get: { parameters: [{ $ref: '#/components/parameters/Sort' }] },
        },
        '/boats/{boatId}': { delete: null },
        '/piers': { get: { responses: { 200: null, 204: { description: 'None' } } } },
      },
      components: {
        schemas: {
          Boat: { properties: { length: null } },
          NewBoat: {
            properties: { flag: { type: 'string' } },
            required: ['name', 'kind', 'flag'],
          },
          BoatChange: { properties: { length: { type: 'string' } } },
        },
      },
    }),
  },
  {
    title: 'less is asked, more is promised, and an optional parameter goes',
    rule: 'optic valid changes',
    severity: 'info',
    ...harbour({
      paths: {
        '/boats': {
          get: {
            parameters: [
              { $ref: '#/components/parameters/Limit' },
              { $ref: '#/components/parameters/Sort' },
            ],
          },
        },
      },
      components: {
        parameters: { Sort: { schema: { enum: null } } },
        schemas: {
          NewBoat: { properties: { flag: { type: 'string' } }, required: ['name'] },
          BoatPage: { properties: { total: { type: 'integer' } }, required: ['boats', 'total'] },
          Pier: { required: ['id', 'name'] },
        },
      },
    }),
  },
  {
    title: 'a success, two paths and a parameter go',
    rule: 'oasdiff openapi-test1 to openapi-test5',
    severity: 'error',
    ...harbour({
      tags: [{ name: 'boats' }],
      paths: {
        '/boats/{boatId}': { delete: { responses: { 204: null } } },
        '/piers': null,
        '/boats/{boatId}/visits': null,
        '/piers/{pierId}/berths': {
          get: {
            parameters: [
              { name: 'pierId', in: 'path', required: true, schema: { type: 'integer' } },
            ],
          },
        },
      },
    }),
  },
  {
    title: 'two successes, a way to be let in and four parameters go, and a scope is asked for',
    rule: 'oasdiff openapi-test1 to openapi-test3',
    severity: 'error',
    ...harbour({
      security: [{ oauth: ['boats:read', 'boats:write'] }],
      paths: {
        '/boats': { get: { parameters: [], responses: { 200: null } } },
        '/piers': {
          get: { parameters: [], responses: { 200: null, 503: { description: 'Later' } } },
        },
      },
    }),
  },
  {
    title: 'a schema that leads back to itself loses a property, and another may no longer be sent',
    rule: 'openapi-comparator recursive_model',
    severity: 'error',
    ...harbour({
      components: {
        schemas: { Pier: { properties: { name: null, berths: { readOnly: true } } } },
      },
    }),
  },
  {
    title: 'one of the alternatives of a property gains a property',
    rule: 'openapi-comparator polymorphic_schema',
    severity: 'warning',
    ...harbour({
      components: { schemas: { Company: { properties: { website: { type: 'string' } } } } },
    }),
  },
  {
    title:
      'parameters move and become required, statuses come and go, and bodies change their type',
    rule: 'azure-openapi-diff operation_check_01',
    severity: 'error',
    ...harbour({
      paths: {
        '/boats': { post: { responses: { 201: null, 202: { description: 'Later' } } } },
        '/piers': { get: { responses: { 200: { content: json({ type: 'string' }) } } } },
      },
      components: {
        parameters: {
          Limit: { required: true },
          After: { in: 'header', name: 'after' },
          Sort: { schema: { enum: ['name'] } },
        },
        schemas: { Problem: { properties: { title: { type: 'integer' } } } },
      },
    }),
  },
  {
    title: 'response headers come, go and change their type, and a request header is asked for',
    rule: 'azure-openapi-diff operation_check_03',
    severity: 'error',
    ...harbour({
      paths: {
        '/boats': {
          get: {
            parameters: [
              { name: 'X-Tenant', in: 'header', required: true, schema: { type: 'string' } },
            ],
            responses: {
              200: {
                headers: {
                  'X-Total': null,
                  'X-Next': { schema: { type: 'boolean' } },
                  'X-Previous': { schema: { type: 'string' } },
                },
              },
            },
          },
        },
      },
    }),
  },
  {
    title: 'parameters come, go, are deprecated, described, required and written otherwise',
    rule: 'openapi-diff-java parameter_diff_1 to parameter_diff_2',
    severity: 'error',
    ...harbour({
      paths: {
        '/piers/{pierId}/berths': {
          get: {
            parameters: [
              { name: 'pierId', in: 'path', required: true, schema: { type: 'integer' } },
              {
                name: 'numbers',
                in: 'query',
                schema: { type: 'array', items: { type: 'integer' } },
              },
            ],
          },
        },
      },
      components: {
        parameters: {
          After: { deprecated: true },
          Limit: { description: 'How many', required: true },
          Sort: { style: 'spaceDelimited', explode: false },
        },
      },
    }),
  },
  {
    title: 'scopes are asked for and the token URL changes',
    rule: 'openapi-diff-java security_diff_1 to security_diff_2',
    severity: 'error',
    ...harbour({
      security: [{ key: [] }, { oauth: ['boats:read', 'boats:write'] }],
      components: {
        securitySchemes: {
          oauth: { flows: { clientCredentials: { tokenUrl: 'https://login.example.com/token' } } },
        },
      },
    }),
  },
  {
    title: 'a schema is renamed wherever it is referred to',
    rule: 'azure-openapi-diff ParameterSchemaNameChanged',
    severity: 'info',
    old: HARBOUR,
    new: JSON.parse(
      JSON.stringify(HARBOUR)
        .replaceAll('#/components/schemas/Boat"', '#/components/schemas/Vessel"')
        .replace('"Boat":', '"Vessel":'),
    ) as JsonObject,
  },
  {
    title: 'only words change',
    rule: 'oasdiff comments, tags, operationIds, extensions and examples',
    severity: 'info',
    ...harbour(WORDS),
  },
  {
    title: 'words change and something is deprecated',
    rule: 'oasdiff endpoint-deprecated among words',
    severity: 'info',
    ...harbour(WORDS, DEPRECATIONS),
  },
  {
    title: 'everything grows',
    rule: 'oasdiff endpoint-added among optional additions',
    severity: 'info',
    ...harbour(WORDS, DEPRECATIONS, GROWTH),
  },
  {
    title: 'requests may be longer and responses may be shorter only',
    rule: 'oasdiff request-property-max-length-increased, response-property-max-length-decreased',
    severity: 'info',
    ...harbour({
      components: {
        schemas: {
          NewBoat: { properties: { name: { maxLength: 80 }, length: { minimum: 0 } } },
          Boat: { properties: { name: { maxLength: 40 }, length: { minimum: 1 } } },
          NewVisit: { properties: { nights: { maximum: 30 } } },
        },
      },
    }),
  },
  {
    title: 'an enumeration that is sent and given grows, among much else',
    rule: 'oasdiff response-property-enum-value-added',
    severity: 'warning',
    ...harbour(WORDS, GROWTH, {
      components: { schemas: { Kind: { enum: ['sail', 'motor', 'oars'] } } },
    }),
  },
  {
    title: 'an optional parameter goes, among much else',
    rule: 'oasdiff request-parameter-removed',
    severity: 'warning',
    ...harbour(WORDS, GROWTH, {
      paths: {
        '/boats': {
          get: {
            parameters: [
              { $ref: '#/components/parameters/Limit' },
              { $ref: '#/components/parameters/Sort' },
            ],
          },
        },
      },
    }),
  },
  {
    title: 'an optional response header goes, among much else',
    rule: 'oasdiff optional-response-header-removed',
    severity: 'warning',
    ...harbour(WORDS, GROWTH, {
      paths: { '/boats': { get: { responses: { 200: { headers: { 'X-Next': null } } } } } },
    }),
  },
  {
    title: 'a property that was always given need not be, among much else',
    rule: 'oasdiff response-property-became-optional',
    severity: 'error',
    ...harbour(WORDS, GROWTH, { components: { schemas: { Boat: { required: ['id', 'name'] } } } }),
  },
  {
    title: 'a property has to be sent, among much else',
    rule: 'oasdiff new-required-request-property',
    severity: 'error',
    ...harbour(WORDS, GROWTH, {
      components: { schemas: { NewBoat: { required: ['name', 'kind', 'flag'] } } },
    }),
  },
  {
    title: 'a number deep in a response becomes a string, among much else',
    rule: 'oasdiff response-property-type-changed',
    severity: 'error',
    ...harbour(WORDS, GROWTH, {
      components: { schemas: { Berth: { properties: { number: { type: 'string' } } } } },
    }),
  },
  {
    title: 'a success is replaced by another, among much else',
    rule: 'oasdiff response-success-status-removed',
    severity: 'error',
    ...harbour(WORDS, GROWTH, {
      paths: {
        '/boats': {
          post: {
            responses: {
              201: null,
              200: {
                description: 'The boat',
                content: json({ $ref: '#/components/schemas/Boat' }),
              },
            },
          },
        },
      },
    }),
  },
  {
    title: 'a parameter that operations share admits less, among much else',
    rule: 'oasdiff request-parameter-max-decreased',
    severity: 'error',
    ...harbour(WORDS, GROWTH, {
      components: { parameters: { Limit: { schema: { maximum: 50 } } } },
    }),
  },
  {
    title: 'a scope is asked for wherever nothing else is, among much else',
    rule: 'oasdiff api-global-security-scope-added',
    severity: 'error',
    ...harbour(WORDS, GROWTH, {
      security: [{ key: [] }, { oauth: ['boats:read', 'boats:write'] }],
    }),
  },
  {
    title: 'all operations of a path ask for a header, among much else',
    rule: 'oasdiff new-required-request-default-parameter-to-existing-path',
    severity: 'error',
    ...harbour(WORDS, GROWTH, {
      paths: {
        '/boats/{boatId}': {
          parameters: [
            { $ref: '#/components/parameters/BoatId' },
            { name: 'X-Tenant', in: 'header', required: true, schema: { type: 'string' } },
          ],
        },
      },
    }),
  },
];
