import { pointerTokens, type JsonObject, type Schema } from '@apipin/openapi-model';
import { facetsOf, isChoice, type Choice, type Facets } from '../match/facets.ts';
import { matchMembers } from '../match/members.ts';
import { optional } from './compare-annotations.ts';
import type { FacetChange } from './compare-types.ts';
import { isEquivalent } from './comparison-effect.ts';
import { addChange, addChild, type ComparisonDraft } from './comparison-draft.ts';
import { likenesses, memberName } from './likeness.ts';
import { childSite } from './schema-site.ts';

/**
 * Compares `anyOf` and `oneOf`.
 *
 * @returns whether this says all there is: nothing but a choice stands on one side.
 */
export function compareChoices(draft: ComparisonDraft, old: Facets, current: Facets): boolean {
  const [before] = old.unions;
  const [after] = current.unions;
  if (before !== undefined && after !== undefined) {
    for (let index = 0; index < Math.max(old.unions.length, current.unions.length); index += 1) {
      compareUnions(draft, old.unions[index], current.unions[index]);
    }
    return isChoice(old) && isChoice(current);
  }
  if (after !== undefined && isChoice(current) && !isUnsaid(old)) {
    compareWrapped(draft, after, old.schema, 'wrapped');
    return true;
  }
  if (before !== undefined && isChoice(old) && !isUnsaid(current)) {
    compareWrapped(draft, before, current.schema, 'unwrapped');
    return true;
  }
  // Beside other keywords, or where nothing was said before, a choice is one more demand.
  for (const choice of old.unions) compareUnions(draft, choice, undefined);
  for (const choice of current.unions) compareUnions(draft, undefined, choice);
  return false;
}

function compareUnions(
  draft: ComparisonDraft,
  old: Choice | undefined,
  current: Choice | undefined,
): void {
  if (old === undefined) addChange(draft, { kind: 'all-of', action: 'added' });
  else if (current === undefined) addChange(draft, { kind: 'all-of', action: 'removed' });
  else compareMembers(draft, old, current);
}

function isUnsaid({ schema }: Facets): boolean {
  return schema.kind === 'any';
}

function compareMembers(draft: ComparisonDraft, old: Choice, current: Choice): void {
  const alike = likenesses(draft.comparer, draft.site, tagsOf(old), tagsOf(current));
  const { pairs, removed, added } = matchMembers(old.members, current.members, alike);
  const kind = kindOf(current);
  for (const [before, after] of pairs) {
    addChild(draft, before, after, childSite(draft.site, ''));
  }
  for (const member of removed) {
    const item = memberName(member, draft.comparer.old);
    addChange(draft, { kind, action: 'removed', item, before: item }, { old: member });
  }
  for (const member of added) {
    const item = memberName(member, draft.comparer.new);
    addChange(draft, { kind, action: 'added', item, after: item }, { new: member });
  }
  compareDiscriminators(draft, old, current);
}

function compareWrapped(
  draft: ComparisonDraft,
  choice: Choice,
  alone: Schema,
  action: 'wrapped' | 'unwrapped',
): void {
  const { comparer, site } = draft;
  const side = action === 'wrapped' ? 'new' : 'old';
  const isKept = (member: Schema): boolean => {
    const [old, current] = side === 'new' ? [alone, member] : [member, alone];
    return isEquivalent(comparer.compare(old, current, childSite(site, '')));
  };
  const kept = choice.members.find(isKept);
  const kind = kindOf(choice);
  if (kept === undefined) return addChange(draft, { kind, action: 'changed' });
  const types = (schema: Schema): Facets['types'] => facetsOf(schema, comparer[side]).types;
  const others = choice.members.filter((member) => member !== kept);
  const isApart = others.every((member) => areDisjoint(types(kept), types(member)));
  const apart = action === 'wrapped' ? 'added' : 'removed';
  addChange(draft, { kind, action: isApart ? apart : action });
}

function areDisjoint(a: Facets['types'], b: Facets['types']): boolean {
  if (a === undefined || b === undefined) return false;
  return [...a].every((type) => !b.has(type) && !(type === 'integer' && b.has('number')));
}

function kindOf({ union }: Choice): string {
  return union.mode === 'anyOf' ? 'any-of' : 'one-of';
}

/** Tags by the pointer of the schema they select. */
function tagsOf({ union }: Choice): ReadonlyMap<string, string> {
  const mapping = union.discriminator?.mapping ?? new Map<string, string>();
  return new Map([...mapping].map(([tag, target]) => [target, tag]));
}

function compareDiscriminators(draft: ComparisonDraft, old: Choice, current: Choice): void {
  const before = old.union.discriminator;
  const after = current.union.discriminator;
  for (const change of optional('discriminator', before?.propertyName, after?.propertyName)) {
    addChange(draft, change);
  }
  if (before === undefined || after === undefined) return;
  for (const change of compareTags(before.mapping, after.mapping)) addChange(draft, change);
}

/** Compares which tags there are, and what schemas they select, by name. */
function compareTags(
  olds: ReadonlyMap<string, string>,
  news: ReadonlyMap<string, string>,
): FacetChange[] {
  const kind = 'discriminator-mapping';
  const select = (
    mapping: ReadonlyMap<string, string>,
    isWanted: (tag: string) => boolean,
  ): JsonObject | undefined => {
    const wanted = [...mapping].filter(([tag]) => isWanted(tag));
    const named = wanted.map(([tag, target]) => [tag, pointerTokens(target).at(-1) ?? '']);
    return wanted.length === 0 ? undefined : (Object.fromEntries(named) as JsonObject);
  };
  const kept = (tag: string): boolean => olds.has(tag) && news.has(tag);
  return [
    ...optional(
      kind,
      undefined,
      select(news, (tag) => !olds.has(tag)),
    ),
    ...optional(
      kind,
      select(olds, (tag) => !news.has(tag)),
      undefined,
    ),
    ...optional(kind, select(olds, kept), select(news, kept)),
  ];
}
