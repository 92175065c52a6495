import type { ApiModel, Schema } from '@apipin/openapi-model';
import { follow, type Facets } from '../match/facets.ts';
import { matchMembers } from '../match/members.ts';
import { inverseEffect } from '../rules/effect.ts';
import { addDemand } from './add-demand.ts';
import { isEquivalent } from './comparison-effect.ts';
import { addChange, addChild, type ComparisonDraft } from './comparison-draft.ts';
import { likenesses, memberName } from './likeness.ts';
import { childSite } from './schema-site.ts';

/** Compares what must hold beside the schema's own keywords: `not`, conditions, dependencies, `unevaluated…`. */
export function compareConjuncts(draft: ComparisonDraft, old: Facets, current: Facets): void {
  for (let index = 0; index < Math.max(old.nots.length, current.nots.length); index += 1) {
    addDemand(draft, 'not', old.nots[index], current.nots[index], inverseEffect);
  }
  compareConditionals(draft, old, current);
  const names = new Set([...old.dependents.keys(), ...current.dependents.keys()]);
  for (const name of names) {
    const site = { ...draft.site, subject: `${draft.site.subject} with ${name}` };
    const [before, after] = [old.dependents.get(name), current.dependents.get(name)];
    addDemand({ ...draft, site }, 'dependent-schema', before, after);
  }
  const { unevaluated: before } = old;
  const { unevaluated: after } = current;
  addDemand(draft, 'unevaluated-properties', before?.properties, after?.properties);
  addDemand(draft, 'unevaluated-items', before?.items, after?.items);
}

function compareConditionals(draft: ComparisonDraft, old: Facets, current: Facets): void {
  const { conditional: before } = old;
  const { conditional: after } = current;
  if (before === undefined || after === undefined) {
    addDemand(draft, 'if', before?.condition, after?.condition);
    return;
  }
  const site = childSite(draft.site, '<if>');
  const conditions = draft.comparer.compare(before.condition, after.condition, site);
  if (!isEquivalent(conditions)) {
    // Which values a condition sends which way is another question than which values it accepts.
    addChange(draft, { kind: 'if', action: 'changed' }, { old: before, new: after });
  }
  addDemand(draft, 'then', before.consequent, after.consequent);
  addDemand(draft, 'else', before.alternative, after.alternative);
}

/** Compares `allOf` member by member. */
export function compareAllOf(draft: ComparisonDraft, old: Facets, current: Facets): void {
  const { comparer, site } = draft;
  const olds = old.allOf.filter((member) => demands(member, comparer.old));
  const news = current.allOf.filter((member) => demands(member, comparer.new));
  const { pairs, removed, added } = matchMembers(olds, news, likenesses(comparer, site));
  if (removed.length === 1 && added.length === 1 && isInline(removed[0]) && isInline(added[0])) {
    pairs.push([removed.pop() as Schema, added.pop() as Schema]);
  }
  for (const [before, after] of pairs) addChild(draft, before, after, sameValue(draft));
  for (const member of removed) {
    const item = memberName(member, comparer.old);
    const change = { kind: 'all-of', action: 'removed', item, before: item } as const;
    addChange(draft, change, { old: member });
  }
  for (const member of added) {
    const item = memberName(member, comparer.new);
    const change = { kind: 'all-of', action: 'added', item, after: item } as const;
    addChange(draft, change, { new: member });
  }
}

/** The one part that each side writes out itself is the same part. */
function isInline(member: Schema | undefined): boolean {
  return member?.kind === 'object';
}

function sameValue({ site }: ComparisonDraft): ComparisonDraft['site'] {
  return { ...childSite(site, ''), place: site.place };
}

/** A member of words alone restricts nothing. */
function demands(member: Schema, model: ApiModel): boolean {
  return follow(member, model).schema.kind !== 'any';
}
