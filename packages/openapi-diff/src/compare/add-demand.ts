import type { Schema } from '@apipin/openapi-model';
import type { Action } from '../rules/rule.ts';
import { effectOf } from './comparison-effect.ts';
import { addChange, type ComparisonDraft } from './comparison-draft.ts';
import type { Effect } from '../rules/effect.ts';
import { childSite } from './schema-site.ts';

/**
 * Compares a schema that demands something beside all else, such as `contains`, as one demand: what it says inside is
 * no part of the value of its own.
 *
 * @param meaning - What it does to the whole that the demanded schema changed, where that is not the same: the less
 *   `not` names, the more is accepted.
 */
export function addDemand(
  draft: ComparisonDraft,
  kind: string,
  old: Schema | undefined,
  current: Schema | undefined,
  meaning: (effect: Effect) => Effect = (effect) => effect,
): void {
  if (old === undefined && current === undefined) return;
  if (old === undefined)
    return addChange(draft, { kind, action: 'added' }, { new: current as Schema });
  if (current === undefined) return addChange(draft, { kind, action: 'removed' }, { old });
  const inner = draft.comparer.compare(old, current, childSite(draft.site, `<${kind}>`));
  const action = ACTIONS[meaning(effectOf(inner))];
  if (action !== undefined) addChange(draft, { kind, action }, { old, new: current });
}

const ACTIONS: Readonly<Record<Effect, Action | undefined>> = {
  none: undefined,
  widens: 'generalized',
  narrows: 'specialized',
  incomparable: 'changed',
  unknown: 'changed',
};
