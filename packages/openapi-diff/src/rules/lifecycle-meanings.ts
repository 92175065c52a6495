import type { Meanings } from './define-rules.ts';

/** A promise of how long something stays. */
export const SUNSET: Meanings = {
  added: { effect: 'none', types: 'unseen' },
  removed: { effect: 'incomparable', types: 'unseen' },
  'set-later': { effect: 'none', types: 'unseen' },
  'set-earlier': { effect: 'incomparable', types: 'unseen' },
};

/** A promise of how much something may change. */
export const STABILITY: Meanings = {
  increased: { effect: 'none', types: 'unseen' },
  decreased: { effect: 'incomparable', types: 'unseen' },
};
