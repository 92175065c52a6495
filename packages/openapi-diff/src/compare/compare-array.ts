import { NO_ANNOTATIONS, type ArraySchema, type Schema } from '@apipin/openapi-model';
import { inverseEffect, joinEffects, type Effect } from '../rules/effect.ts';
import { addDemand } from './add-demand.ts';
import { addChange, addChild, type ComparisonDraft } from './comparison-draft.ts';
import { childSite } from './schema-site.ts';

/** Compares what two arrays hold. */
export function compareArrays(
  draft: ComparisonDraft,
  old: ArraySchema,
  current: ArraySchema,
): void {
  comparePrefixItems(draft, old, current);
  if (old.items !== undefined || current.items !== undefined) {
    const site = childSite(draft.site, '[]');
    addChild(draft, itemsOf(old), itemsOf(current), site);
  }
  compareContains(draft, old, current);
}

function itemsOf({ items, at }: ArraySchema): Schema {
  return items ?? { kind: 'any', ...NO_ANNOTATIONS, at };
}

/** An item that one side says nothing of by its place is one of `items` there. */
function comparePrefixItems(draft: ComparisonDraft, old: ArraySchema, current: ArraySchema): void {
  const length = Math.max(old.prefixItems.length, current.prefixItems.length);
  for (let index = 0; index < length; index += 1) {
    const before = old.prefixItems[index] ?? itemsOf(old);
    const after = current.prefixItems[index] ?? itemsOf(current);
    addChild(draft, before, after, childSite(draft.site, `[${index}]`));
  }
}

function compareContains(draft: ComparisonDraft, old: ArraySchema, current: ArraySchema): void {
  const isCapped = old.contains?.max !== undefined || current.contains?.max !== undefined;
  // Where there is a most, the more items count the fewer arrays pass.
  const meaning = (effect: Effect): Effect =>
    isCapped ? joinEffects(effect, inverseEffect(effect)) : effect;
  addDemand(draft, 'contains', old.contains?.schema, current.contains?.schema, meaning);
  if (old.contains === undefined || current.contains === undefined) return;
  const { min: oldMin, max: oldMax } = old.contains;
  const { min, max } = current.contains;
  if (min !== oldMin) {
    const action = min > oldMin ? 'increased' : 'decreased';
    addChange(draft, { kind: 'min-contains', action, before: oldMin, after: min });
  }
  if (max === oldMax) return;
  const values = { before: oldMax, after: max };
  if (oldMax === undefined) addChange(draft, { kind: 'max-contains', action: 'set', ...values });
  else if (max === undefined)
    addChange(draft, { kind: 'max-contains', action: 'unset', ...values });
  else {
    const action = max > oldMax ? 'increased' : 'decreased';
    addChange(draft, { kind: 'max-contains', action, ...values });
  }
}
