import type { Facets } from '../match/facets.ts';
import type { FacetChange } from './compare-types.ts';

/** Patterns that every string matches. */
const MATCH_ALL: ReadonlySet<string> = new Set([
  '',
  '.*',
  '^.*$',
  '^.*',
  '.*$',
  '^',
  '$',
  '^[\\s\\S]*$',
]);

/** Compares patterns; whether one lets through what another does is not decided but in the plainest cases. */
export function comparePatterns(old: Facets, current: Facets): FacetChange[] {
  if (old.string === undefined || current.string === undefined) return [];
  const before = restricting(old.string.pattern);
  const after = restricting(current.string.pattern);
  if (before === after) return [];
  const kind = 'pattern';
  const values = { before: old.string.pattern, after: current.string.pattern };
  if (before === undefined) {
    return [{ kind, action: values.before === undefined ? 'added' : 'specialized', ...values }];
  }
  if (after === undefined) {
    return [{ kind, action: values.after === undefined ? 'removed' : 'generalized', ...values }];
  }
  return [{ kind, action: 'changed', ...values }];
}

function restricting(pattern: string | undefined): string | undefined {
  return pattern === undefined || MATCH_ALL.has(pattern) ? undefined : pattern;
}
