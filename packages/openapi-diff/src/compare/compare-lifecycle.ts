import { ownProperty, type Extras } from '@apipin/openapi-model';
import type { FacetChange } from './compare-types.ts';

/** What has a life: announced to end, and ended. */
export interface Mortal {
  readonly deprecated: boolean;
  readonly extras: Extras | undefined;
}

/**
 * Compares the days after which two states of a thing may be gone, `x-sunset`. To put such a day into the past, or to
 * name one that is none, is to take it from under everybody's feet.
 */
export function compareSunsets(
  old: Mortal,
  current: Mortal,
  today: Date | undefined,
): FacetChange[] {
  const before = sunsetOf(old);
  const after = sunsetOf(current);
  if (before === after && old.deprecated === current.deprecated) return [];
  const values = { kind: 'sunset', before, after } as const;
  if (after === undefined) {
    // What is no longer deprecated does not end.
    if (before === undefined) return [];
    return [{ ...values, action: current.deprecated ? 'removed' : 'set-later' }];
  }
  const isTooEarly = !(Date.parse(after) > (today?.getTime() ?? Number.NEGATIVE_INFINITY));
  if (isTooEarly) return [{ ...values, action: 'set-earlier' }];
  if (before === after) return [];
  if (before === undefined) return [{ ...values, action: 'added' }];
  return [
    { ...values, action: Date.parse(after) < Date.parse(before) ? 'set-earlier' : 'set-later' },
  ];
}

const STABILITIES: readonly string[] = ['draft', 'alpha', 'beta', 'stable'];

/** Compares what is promised of the stability of a thing, `x-stability-level`. */
export function compareStabilities(old: Mortal, current: Mortal): FacetChange[] {
  const before = stabilityOf(old);
  const after = stabilityOf(current);
  if (before === after) return [];
  const isMore = STABILITIES.indexOf(after) > STABILITIES.indexOf(before);
  return [{ kind: 'stability', action: isMore ? 'increased' : 'decreased', before, after }];
}

/** Whether a thing was promised to stay as it is: drafts are not. */
export function isStable(thing: Mortal): boolean {
  return !['draft', 'alpha'].includes(stabilityOf(thing));
}

/** Whether the end of a thing came as announced: deprecated, and its day past, or never named. */
export function isAnnounced(thing: Mortal, today: Date | undefined): boolean {
  if (!thing.deprecated) return false;
  const sunset = sunsetOf(thing);
  if (sunset === undefined || today === undefined) return true;
  return Date.parse(sunset) <= today.getTime();
}

function sunsetOf({ extras }: Mortal): string | undefined {
  const value = ownProperty(extras, 'x-sunset');
  return typeof value === 'string' ? value : undefined;
}

/** What says nothing of its stability is stable. */
function stabilityOf({ extras }: Mortal): string {
  const value = ownProperty(extras, 'x-stability-level');
  return typeof value === 'string' && STABILITIES.includes(value) ? value : 'stable';
}
