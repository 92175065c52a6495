import { findingsIn, type Comparison } from '../finding.ts';
import { joinEffects, type Effect } from '../rules/effect.ts';
import { RULES } from '../rules/rules.ts';

/** What all that a comparison found does together to the set of values that conform. */
export function effectOf(comparison: Comparison): Effect {
  let effect: Effect = 'none';
  for (const finding of findingsIn(comparison)) {
    effect = joinEffects(effect, RULES.get(finding.rule)?.effect ?? 'unknown');
  }
  return effect;
}

/** Whether a comparison found nothing but words. */
export function isEquivalent(comparison: Comparison): boolean {
  for (const finding of findingsIn(comparison)) {
    if (RULES.get(finding.rule)?.severity !== 'docs') return false;
  }
  return true;
}
