import type { Bump } from '@apipin/openapi-diff';

const BUMPS: readonly Bump[] = ['none', 'patch', 'minor', 'major'];

/** Negative where `a` is less than `b`. */
export function compareBumps(a: Bump, b: Bump): number {
  return BUMPS.indexOf(a) - BUMPS.indexOf(b);
}

/** The highest of several. */
export function highestBump(bumps: readonly Bump[]): Bump {
  return bumps.reduce(
    (highest, bump) => (compareBumps(bump, highest) > 0 ? bump : highest),
    'none',
  );
}
