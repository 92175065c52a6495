import {
  NO_ANNOTATIONS,
  pointerTokens,
  type ApiModel,
  type ArraySchema,
  type ConditionalSchema,
  type JsonValue,
  type NumberSchema,
  type ObjectSchema,
  type Schema,
  type StringSchema,
  type UnevaluatedSchema,
  type UnionSchema,
} from '@apipin/openapi-model';
import { conforms } from './conforms.ts';

/** A type of JSON Schema. */
export type TypeName = 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

/**
 * A schema laid out by what it says: each facet at its own place, with references followed and the forms that mean the
 * same brought together, so that two schemas can be compared facet by facet.
 */
export interface Facets {
  /** Of the component that stands here, by reference. */
  readonly name: string | undefined;
  /** The schema itself, references followed: its annotations and its place. */
  readonly schema: Schema;
  readonly isNever: boolean;
  readonly acceptsNull: boolean;
  /** Besides null; `undefined` where every type is accepted. */
  readonly types: ReadonlySet<TypeName> | undefined;
  readonly number: NumberSchema | undefined;
  readonly string: StringSchema | undefined;
  readonly array: ArraySchema | undefined;
  readonly object: ObjectSchema | undefined;
  /** The enumerated values besides null. */
  readonly values: readonly JsonValue[] | undefined;
  /** What else must hold at once. */
  readonly allOf: readonly Schema[];
  readonly unions: readonly Choice[];
  readonly nots: readonly Schema[];
  readonly conditional: ConditionalSchema | undefined;
  readonly dependents: ReadonlyMap<string, Schema>;
  readonly unevaluated: UnevaluatedSchema | undefined;
}

/** An `anyOf` or `oneOf`. */
export interface Choice {
  readonly union: UnionSchema;
  /** Without null. */
  readonly members: readonly Schema[];
  readonly isNullable: boolean;
}

/** What gathers while a schema is laid out. */
type Draft = { -readonly [Name in keyof Facets]: Facets[Name] };

/** Lays out `schema`. */
export function facetsOf(schema: Schema, model: ApiModel): Facets {
  const known = laidOut.get(schema);
  if (known !== undefined) return known;
  const { name, schema: target } = follow(schema, model);
  const draft: Draft = { ...nothingSaid(target), name };
  const facets = {
    ...addPart(draft, target, model),
    acceptsNull: conforms(null, target, model),
  };
  laidOut.set(schema, facets);
  return facets;
}

/** Schemas never change, and each is compared with many. */
const laidOut = new WeakMap<Schema, Facets>();

/** The same, with a part for each type that is accepted without a word about it. */
export function withEveryPart(facets: Facets): Facets {
  const { schema, number, string, array, object } = facets;
  const bare = bareParts(schema);
  return {
    ...facets,
    number: number ?? bare.number,
    string: string ?? bare.string,
    array: array ?? bare.array,
    object: object ?? bare.object,
  };
}

function bareParts({
  at,
}: Schema): Required<Pick<Facets, 'number' | 'string' | 'array' | 'object'>> {
  const base = { ...NO_ANNOTATIONS, at };
  return {
    number: {
      kind: 'number',
      ...base,
      integer: false,
      minimum: undefined,
      exclusiveMinimum: undefined,
      maximum: undefined,
      exclusiveMaximum: undefined,
      multipleOf: undefined,
      format: undefined,
    },
    string: {
      kind: 'string',
      ...base,
      minLength: undefined,
      maxLength: undefined,
      pattern: undefined,
      format: undefined,
    },
    array: {
      kind: 'array',
      ...base,
      prefixItems: [],
      items: undefined,
      minItems: undefined,
      maxItems: undefined,
      uniqueItems: false,
      contains: undefined,
    },
    object: {
      kind: 'object',
      ...base,
      properties: [],
      requiredNames: [],
      additionalProperties: undefined,
      patternProperties: [],
      propertyNames: undefined,
      minProperties: undefined,
      maxProperties: undefined,
      dependentRequired: new Map(),
    },
  };
}

/** Facets that restrict nothing. */
export function nothingSaid(schema: Schema): Facets {
  return {
    name: undefined,
    schema,
    isNever: false,
    acceptsNull: true,
    types: undefined,
    number: undefined,
    string: undefined,
    array: undefined,
    object: undefined,
    values: undefined,
    allOf: [],
    unions: [],
    nots: [],
    conditional: undefined,
    dependents: new Map(),
    unevaluated: undefined,
  };
}

/** Whether all that is said is one choice between schemas. */
export function isChoice(facets: Facets): boolean {
  return facets.unions.length === 1 && isEmpty({ ...facets, unions: [] });
}

/** The schema that stands at the end of references, and the name of the last component on the way. */
export function follow(
  schema: Schema,
  model: ApiModel,
): { readonly name: string | undefined; readonly schema: Schema } {
  let name: string | undefined;
  let target = schema;
  const seen = new Set<Schema>();
  while (target.kind === 'reference' && !seen.has(target)) {
    seen.add(target);
    const named = model.schemas.get(target.target);
    if (named === undefined) break;
    name = named.isComponent ? named.name : (pointerTokens(target.target).at(-1) ?? name);
    target = named.schema;
  }
  return { name, schema: target };
}

function addPart(draft: Draft, part: Schema, model: ApiModel): Draft {
  switch (part.kind) {
    case 'any':
      return draft;
    case 'never':
      return { ...draft, isNever: true };
    case 'null':
      return { ...draft, types: new Set() };
    case 'boolean':
      return withTypes(draft, ['boolean']);
    case 'number':
      return { ...withTypes(draft, [part.integer ? 'integer' : 'number']), number: part };
    case 'string':
      return { ...withTypes(draft, ['string']), string: part };
    case 'array':
      return { ...withTypes(draft, ['array']), array: part };
    case 'object':
      return { ...withTypes(draft, ['object']), object: part };
    case 'enum':
      return addValues(draft, part.values);
    case 'reference':
      return { ...draft, allOf: [...draft.allOf, part] };
    case 'union':
      return addUnion(draft, part, model);
    case 'intersection':
      return addMembers(draft, part.members, part.at.pointer, model);
    case 'not':
      return { ...draft, nots: [...draft.nots, part.schema] };
    case 'conditional':
      return { ...draft, conditional: part };
    case 'dependent':
      return { ...draft, dependents: new Map([...draft.dependents, ...part.schemas]) };
    case 'unevaluated':
      return { ...addPart(draft, part.schema, model), unevaluated: part };
  }
}

function withTypes(draft: Draft, types: readonly TypeName[]): Draft {
  return { ...draft, types: new Set(types) };
}

/** Parts of the schema itself stand where it stands; members of `allOf` stand below it. */
function addMembers(
  draft: Draft,
  members: readonly Schema[],
  pointer: string,
  model: ApiModel,
): Draft {
  return members.reduce(
    (sum, member) =>
      member.at.pointer === pointer
        ? addPart(sum, member, model)
        : { ...sum, allOf: [...sum.allOf, member] },
    draft,
  );
}

function addValues(draft: Draft, all: readonly JsonValue[]): Draft {
  const values = all.filter((value) => value !== null);
  return {
    ...draft,
    values,
    types: draft.types ?? new Set(values.map(typeOf)),
  };
}

function typeOf(value: JsonValue): TypeName {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as TypeName;
}

function addUnion(draft: Draft, union: UnionSchema, model: ApiModel): Draft {
  const nulls = union.members.filter((member) => follow(member, model).schema.kind === 'null');
  const others = union.members.filter((member) => !nulls.includes(member));
  if (union.mode === 'types') return addTypes(draft, others, nulls.length > 0, model);
  const [only] = others;
  // A choice between something and null is that thing, nullable.
  if (others.length === 1 && only !== undefined && nulls.length > 0 && isEmpty(draft)) {
    return facetsOf(only, model);
  }
  if (others.length === 0) return { ...draft, types: new Set() };
  const choice: Choice = { union, members: others, isNullable: nulls.length > 0 };
  return { ...draft, unions: [...draft.unions, choice] };
}

function addTypes(
  draft: Draft,
  members: readonly Schema[],
  isNullable: boolean,
  model: ApiModel,
): Draft {
  const start = { ...draft, types: undefined };
  const parts = members.map((member) => addPart(start, member, model));
  const types = new Set(parts.flatMap(({ types: own }) => [...(own ?? [])]));
  const first = <Name extends 'number' | 'string' | 'array' | 'object'>(name: Name): Facets[Name] =>
    parts.find((part) => part[name] !== undefined)?.[name];
  // Keywords without a type are about values of one type and let all others pass.
  const isEveryType = isNullable && members.length === 5;
  return {
    ...draft,
    types: isEveryType ? undefined : types,
    number: first('number'),
    string: first('string'),
    array: first('array'),
    object: first('object'),
  };
}

/** Whether nothing is said; of types, none says anything without being said itself. */
function isEmpty(facets: Draft): boolean {
  const { isNever, types, values, allOf, unions, nots, dependents } = facets;
  const { number, string, array, object, conditional, unevaluated } = facets;
  const said = [types, values, number, string, array, object, conditional, unevaluated];
  return (
    !isNever &&
    said.every((each) => each === undefined) &&
    allOf.length + unions.length + nots.length + dependents.size === 0
  );
}
