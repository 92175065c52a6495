import { canonicalJson, pointerTokens, type ApiModel, type Schema } from '@apipin/openapi-model';
import type { Comparison } from '../finding.ts';
import { facetsOf, nothingSaid, withEveryPart, type Facets } from '../match/facets.ts';
import { flatten } from '../match/flatten.ts';
import { compareAnnotations, textOf } from './compare-annotations.ts';
import { compareArrays } from './compare-array.ts';
import { compareChoices } from './compare-choices.ts';
import { compareAllOf, compareConjuncts } from './compare-conjuncts.ts';
import { compareFormats } from './compare-formats.ts';
import { compareLimits } from './compare-limits.ts';
import { compareObjects } from './compare-object.ts';
import { comparePatterns } from './compare-patterns.ts';
import { compareTypes, type FacetChange } from './compare-types.ts';
import { compareValues } from './compare-values.ts';
import { isEquivalent } from './comparison-effect.ts';
import { addChange, startComparison, type ComparisonDraft } from './comparison-draft.ts';
import type { SchemaComparer, SchemaSite } from './schema-site.ts';

/**
 * Creates what compares schemas of two versions.
 *
 * Each pair of schemas is compared once for each way it is used, and a pair that leads back to itself is taken to be
 * what it is found to be, so that recursive schemas come to an end.
 */
export function createSchemaComparer(
  old: ApiModel,
  current: ApiModel,
  today?: Date,
): SchemaComparer {
  const known = new Map<string, Comparison>();
  const comparer: SchemaComparer = {
    old,
    new: current,
    today,
    compare(before, after, site) {
      const a = facetsOf(before, old);
      const b = facetsOf(after, current);
      const draft = startComparison({ old: before, new: after }, site, comparer);
      compareReferences(draft, a, b);
      const inner: SchemaSite = { ...site, subject: b.name ?? a.name ?? site.subject };
      const key = [
        a.schema.at.pointer,
        b.schema.at.pointer,
        site.place,
        a.schema.kind,
        b.schema.kind,
      ]
        .concat(String(site.isIdle), site.writing, a.name ?? b.name ?? site.subject)
        .join('\n');
      let core = known.get(key);
      if (core === undefined) {
        const places = { old: a.schema, new: b.schema };
        const started = startComparison(places, inner, comparer);
        started.complete = () => compareFacets(started, a, b);
        known.set(key, started);
        core = started;
      }
      draft.children.push(core);
      if (a.name === undefined || b.name === undefined) return draft;
      return { ...draft, names: [a.name, b.name] };
    },
  };
  return comparer;
}

/** What belongs to the place where a schema is used, whichever schema that is. */
function compareReferences(draft: ComparisonDraft, old: Facets, current: Facets): void {
  if (isUnrestricted(old) || isUnrestricted(current)) return;
  if (old.acceptsNull === current.acceptsNull || old.isNever || current.isNever) return;
  const action = current.acceptsNull ? 'became-nullable' : 'became-not-nullable';
  addChange(draft, { kind: '', action, before: old.acceptsNull, after: current.acceptsNull });
}

function isUnrestricted({ types, values, allOf, unions }: Facets): boolean {
  return types === undefined && values === undefined && allOf.length + unions.length === 0;
}

function compareFacets(draft: ComparisonDraft, old: Facets, current: Facets): void {
  for (const change of compareAnnotations(old, current, draft.comparer.today))
    addChange(draft, change);
  compareTexts(draft, old.schema, current.schema);
  const before = isOneOf(old, current, draft) ? asComposition(old) : old;
  const after = isOneOf(current, old, draft) ? asComposition(current) : current;
  if (before.allOf.length > 0 && after.allOf.length > 0) compareComposed(draft, before, after);
  else compareTogether(draft, old, current);
}

/** Whether a schema that stands alone stands among others, in `allOf`, on the other side. */
function isOneOf(alone: Facets, other: Facets, draft: ComparisonDraft): boolean {
  if (alone.allOf.length > 0 || alone.schema.kind === 'any') return false;
  const { comparer, site } = draft;
  return other.allOf.some((member) => {
    if (alone.name !== undefined && nameOf(member) === alone.name) return true;
    const isNewer = other.schema === draft.places.new;
    const [old, current] = isNewer ? [alone.schema, member] : [member, alone.schema];
    return isEquivalent(comparer.compare(old, current, site));
  });
}

function nameOf(member: Schema): string | undefined {
  return member.kind === 'reference' ? pointerTokens(member.target).at(-1) : undefined;
}

function asComposition({ schema }: Facets): Facets {
  return { ...nothingSaid(schema), allOf: [schema] };
}

/**
 * Compares two compositions member by member, unless their members say together what they said before: a property may
 * move from one to another.
 */
function compareComposed(draft: ComparisonDraft, old: Facets, current: Facets): void {
  const { places, site, comparer } = draft;
  const byMember = startComparison(places, site, comparer);
  compareOwn(byMember, old, current);
  compareAllOf(byMember, old, current);
  const together = startComparison(places, site, comparer);
  if (!isEquivalent(byMember)) compareTogether(together, old, current);
  const chosen = isEquivalent(together) && !isEquivalent(byMember) ? together : byMember;
  draft.findings.push(...chosen.findings);
  draft.children.push(...chosen.children);
}

/** Compares what two schemas say with what stands in their `allOf`. */
function compareTogether(draft: ComparisonDraft, composed: Facets, currentComposed: Facets): void {
  const old = flatten(composed, draft.comparer.old);
  const current = flatten(currentComposed, draft.comparer.new);
  compareOwn(draft, old, current);
  compareAllOf(draft, old, current);
}

/** Compares what two schemas say beside `allOf`. */
function compareOwn(draft: ComparisonDraft, old: Facets, current: Facets): void {
  const isAllSaid = compareChoices(draft, old, current);
  if (!isAllSaid) {
    const { comparer, site } = draft;
    const changes: FacetChange[] = [
      ...compareTypes(old, current, site.writing),
      ...compareValues(old, current, comparer),
    ];
    for (const change of changes) addChange(draft, change);
    // A list of values has been held against all that the other side says.
    if (old.values === undefined && current.values === undefined) compareParts(draft, old, current);
  }
  compareConjuncts(draft, old, current);
}

/** Compares what is said of the values of each type. */
function compareParts(draft: ComparisonDraft, own: Facets, currentOwn: Facets): void {
  const isUntyped = own.types === undefined && currentOwn.types === undefined;
  const old = isUntyped ? withEveryPart(own) : own;
  const current = isUntyped ? withEveryPart(currentOwn) : currentOwn;
  const changes: FacetChange[] = [
    ...compareFormats(old, current),
    ...compareLimits(old, current),
    ...comparePatterns(old, current),
  ];
  for (const change of changes) addChange(draft, change);
  if (old.object && current.object) compareObjects(draft, old.object, current.object);
  if (old.array && current.array) compareArrays(draft, old.array, current.array);
}

function compareTexts(draft: ComparisonDraft, old: Schema, current: Schema): void {
  const before = textOf(old);
  const after = textOf(current);
  if (canonicalJson(before) === canonicalJson(after)) return;
  draft.findings.push({
    rule: 'schema-text-changed',
    subject: draft.site.subject,
    old: old.at,
    new: current.at,
    before,
    after,
  });
}
