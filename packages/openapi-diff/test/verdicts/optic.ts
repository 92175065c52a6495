import type { JsonObject } from '@apipin/openapi-model';

import {
  OK,
  STRING,
  addBoat,
  apiGiving,
  apiListingBoats,
  apiTaking,
  apiWith,
  listBoats,
  objectOf,
  pathParameter,
} from './operation-documents.ts';
import type { VerdictPair } from './verdict-pair.ts';

const NUMBER = { type: 'number' };
const NAMED = objectOf({ id: STRING, name: STRING }, ['id', 'name']);
const EVERYWHERE = ['query', 'cookie', 'header', 'path'];

/** A document whose only operation has the parameter `kind`, in this place. */
function listingBy(place: string, schema: JsonObject, fields: JsonObject = {}): JsonObject {
  const kind = { name: 'kind', in: place, schema, ...fields };
  return place === 'path'
    ? apiWith({
        '/boats/{kind}': { get: listBoats({ parameters: [pathParameter('kind', schema)] }) },
      })
    : apiListingBoats({ parameters: [kind] });
}

/** The pairs in which the schema of a parameter changes, for each place a parameter can have. */
function inEveryPlace(
  title: string,
  severity: VerdictPair['severity'],
  old: JsonObject,
  next: JsonObject,
): readonly VerdictPair[] {
  return EVERYWHERE.map((place) => ({
    title: `${place} parameter: ${title}`,
    rule: `optic ${place} parameter ${title}`,
    severity,
    old: listingBy(place, old),
    new: listingBy(place, next),
  }));
}

/** What the breaking changes ruleset of optic says in its tests. */
export const optic: readonly VerdictPair[] = [
  ...EVERYWHERE.filter((place) => place !== 'path').flatMap((place): readonly VerdictPair[] => [
    {
      title: `${place} parameter: added and required`,
      rule: `optic required ${place} parameter added`,
      severity: 'error',
      old: apiListingBoats({}),
      new: listingBy(place, STRING, { required: true }),
    },
    {
      title: `${place} parameter: optional to required`,
      rule: `optic ${place} parameter optional to required`,
      severity: 'error',
      old: listingBy(place, STRING),
      new: listingBy(place, STRING, { required: true }),
    },
  ]),
  ...inEveryPlace('string to number', 'error', STRING, NUMBER),
  ...inEveryPlace('enum added', 'error', STRING, { type: 'string', enum: ['sail', 'motor'] }),
  ...inEveryPlace(
    'enum narrowed',
    'error',
    { type: 'string', enum: ['sail', 'motor'] },
    { type: 'string', enum: ['motor'] },
  ),
  ...inEveryPlace(
    'const becomes an enum of one',
    'info',
    { type: 'string', const: 'sail' },
    { type: 'string', enum: ['sail'] },
  ),
  ...inEveryPlace(
    'const changes',
    'error',
    { type: 'string', const: 'sail' },
    { type: 'string', const: 'motor' },
  ),
  {
    title: 'an operation is removed',
    rule: 'optic operation removal',
    severity: 'error',
    old: apiWith({ '/boats': { get: listBoats(), post: addBoat() } }),
    new: apiWith({ '/boats': { get: listBoats() } }),
  },
  {
    title: 'a status is removed',
    rule: 'optic status code removal',
    severity: 'error',
    old: apiListingBoats({ responses: { ...OK, 404: { description: 'Not found' } } }),
    new: apiListingBoats({ responses: { 404: { description: 'Not found' } } }),
  },
  {
    title: 'a required property is added to the request',
    rule: 'optic required request property added',
    severity: 'error',
    old: apiTaking(objectOf({ id: STRING }, ['id'])),
    new: apiTaking(NAMED),
  },
  {
    title: 'a property of the request becomes required',
    rule: 'optic request property optional to required',
    severity: 'error',
    old: apiTaking(objectOf({ id: STRING })),
    new: apiTaking(objectOf({ id: STRING }, ['id'])),
  },
  {
    title: 'a property of the request is of another type',
    rule: 'optic request property type change',
    severity: 'error',
    old: apiTaking(objectOf({ id: STRING }, ['id'])),
    new: apiTaking(objectOf({ id: NUMBER }, ['id'])),
  },
  {
    title: 'the request body is of another type',
    rule: 'optic root request body type change',
    severity: 'error',
    old: apiTaking(objectOf({ id: STRING })),
    new: apiTaking(STRING),
  },
  {
    title: 'an enumeration in the request loses a value',
    rule: 'optic enums in request bodies',
    severity: 'error',
    old: apiTaking(objectOf({ kind: { type: 'string', enum: ['sail', 'motor'] } })),
    new: apiTaking(objectOf({ kind: { type: 'string', enum: ['sail'] } })),
  },
  {
    title: 'an enumeration in the response gains a value',
    rule: 'optic enums in response bodies',
    severity: 'error',
    old: apiGiving(objectOf({ kind: { type: 'string', enum: ['sail', 'motor'] } })),
    new: apiGiving(objectOf({ kind: { type: 'string', enum: ['sail', 'motor', 'oars'] } })),
  },
  {
    title: 'an optional property is removed from the response',
    rule: 'optic response property removed',
    severity: 'error',
    old: apiGiving(objectOf({ id: STRING, name: STRING }, ['id'])),
    new: apiGiving(objectOf({ id: STRING }, ['id'])),
  },
  {
    title: 'a property of the response becomes optional',
    rule: 'optic response property required to optional',
    severity: 'error',
    old: apiGiving(objectOf({ id: STRING }, ['id'])),
    new: apiGiving(objectOf({ id: STRING })),
  },
  {
    title: 'a property of the response is of another type',
    rule: 'optic response property type change',
    severity: 'error',
    old: apiGiving(objectOf({ id: STRING })),
    new: apiGiving(objectOf({ id: NUMBER })),
  },
  {
    title: 'the response body is of another type',
    rule: 'optic root response body type change',
    severity: 'error',
    old: apiGiving(NUMBER),
    new: apiGiving(STRING),
  },
  {
    title: 'the only alternative of a request stands alone',
    rule: 'optic valid request union type transition',
    severity: 'info',
    old: apiTaking({ oneOf: [objectOf({ id: STRING }, ['id'])] }),
    new: apiTaking(objectOf({ id: STRING }, ['id'])),
  },
  {
    title: 'an alternative of a response goes that another one is a case of',
    rule: 'optic valid union type refactor',
    severity: 'info',
    old: apiGiving({ oneOf: [NUMBER, objectOf({ id: STRING }, ['id']), NAMED] }),
    new: apiGiving({ oneOf: [NUMBER, NAMED] }),
  },
  {
    title: 'two types become two alternatives, of which one requires less',
    rule: 'optic invalid union type transition',
    severity: 'error',
    old: apiGiving({ ...NAMED, type: ['number', 'object'] }),
    new: apiGiving({ oneOf: [NUMBER, objectOf({ id: STRING, name: STRING })] }),
  },
  {
    title: 'two types become two alternatives, of which one has an enum value more',
    rule: 'optic invalid union type enum transition',
    severity: 'error',
    old: apiGiving({
      ...objectOf({ id: STRING, state: { type: 'string', enum: ['moored'] } }),
      type: ['number', 'object'],
    }),
    new: apiGiving({
      oneOf: [
        NUMBER,
        objectOf({ id: STRING, state: { type: 'string', enum: ['moored', 'at sea'] } }),
      ],
    }),
  },
];
