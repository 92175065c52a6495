/**
 * What a change does to the set of values, calls or answers that conform: `widens` and `narrows` it, moves it so that
 * neither contains the other (`incomparable`), cannot be decided (`unknown`), or leaves it alone (`none`).
 */
export type Effect = 'widens' | 'narrows' | 'incomparable' | 'unknown' | 'none';

/** What the opposite change does. */
export function inverseEffect(effect: Effect): Effect {
  if (effect === 'widens') return 'narrows';
  return effect === 'narrows' ? 'widens' : effect;
}

/** What two changes of the same place do together. */
export function joinEffects(a: Effect, b: Effect): Effect {
  if (a === b || b === 'none') return a;
  if (a === 'none') return b;
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'incomparable';
}
