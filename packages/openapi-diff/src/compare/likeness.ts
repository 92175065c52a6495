import { canonicalJson, type ApiModel, type Schema } from '@apipin/openapi-model';
import { facetsOf, type Facets } from '../match/facets.ts';
import { flatten } from '../match/flatten.ts';
import type { Likeness } from '../match/members.ts';
import { isEquivalent } from './comparison-effect.ts';
import { childSite, type SchemaComparer, type SchemaSite } from './schema-site.ts';

/**
 * How members of `oneOf`, `anyOf` and `allOf` are recognised, the surest first: by the component's name, by the tag
 * that selects them, by a constant property, by meaning the same, by title, by having most properties in common, and at
 * last by being of one type.
 */
export function likenesses(
  comparer: SchemaComparer,
  site: SchemaSite,
  oldTags: ReadonlyMap<string, string> = new Map(),
  newTags: ReadonlyMap<string, string> = new Map(),
): readonly Likeness[] {
  const tags = { old: oldTags, new: newTags };
  const by =
    (keyOf: (facets: Facets) => string | undefined): Likeness['keyOf'] =>
    (member, side) =>
      keyOf(facetsOf(member, comparer[side]));
  const inner = childSite(site, '');
  return [
    { keyOf: by(({ name }) => name) },
    { keyOf: (member, side) => tagOf(member, tags[side]) },
    { keyOf: by(constantsOf) },
    {
      keyOf: (member, side) => shapeOf(flatten(facetsOf(member, comparer[side]), comparer[side])),
      isAlike: (a, b) => isEquivalent(comparer.compare(a, b, inner)),
    },
    { keyOf: by(({ schema }) => schema.title) },
    { keyOf: by(({ object }) => object && 'object'), isAlike: haveMuchInCommon(comparer) },
    { keyOf: by((facets) => (isInline(facets) ? typeOf(facets) : undefined)) },
  ];
}

function isInline({ name }: Facets): boolean {
  return name === undefined;
}

function tagOf(schema: Schema, tags: ReadonlyMap<string, string>): string | undefined {
  return schema.kind === 'reference' ? tags.get(schema.target) : undefined;
}

/** The properties that can have one value only, which is what tells members of a choice apart. */
function constantsOf({ object }: Facets): string | undefined {
  const constants = (object?.properties ?? []).flatMap(({ name, schema }) =>
    schema.kind === 'enum' && schema.values.length === 1 ? [[name, schema.values[0]]] : [],
  );
  return constants.length === 0 ? undefined : JSON.stringify(constants);
}

/** Whether at least half of the properties of either are properties of both. */
function haveMuchInCommon(comparer: SchemaComparer): (old: Schema, current: Schema) => boolean {
  const known = new Map<Schema, ReadonlySet<string>>();
  const namesOf = (member: Schema, side: 'old' | 'new'): ReadonlySet<string> => {
    const { object } = facetsOf(member, comparer[side]);
    const names = known.get(member) ?? new Set(object?.properties.map(({ name }) => name));
    known.set(member, names);
    return names;
  };
  return (old, current) => {
    const [olds, news] = [namesOf(old, 'old'), namesOf(current, 'new')];
    const common = [...olds].filter((name) => news.has(name)).length;
    return common > 0 && common / (olds.size + news.size - common) >= 0.5;
  };
}

/** What a member is called: by its component, its title, or what it is made of. */
export function memberName(member: Schema, model: ApiModel): string {
  const { name, schema, object } = facetsOf(member, model);
  const properties = (object?.properties ?? []).map((property) => property.name);
  return name ?? schema.title ?? [schema.kind, properties.join(', ')].join(' ').trim();
}

/** What two schemas that mean the same have in common, found sooner than whether they do. */
function shapeOf({ types, values, object }: Facets): string {
  const names = object?.properties.map(({ name }) => name);
  return canonicalJson([types ? [...types].sort() : null, values ?? null, names ?? null]);
}

function typeOf({ types, values }: Facets): string | undefined {
  if (types?.size !== 1 || values !== undefined) return undefined;
  const [type] = types;
  return type === 'object' || type === 'array' ? undefined : type;
}
