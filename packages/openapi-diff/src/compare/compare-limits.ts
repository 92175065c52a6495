import type { NumberSchema } from '@apipin/openapi-model';
import type { Facets } from '../match/facets.ts';
import type { FacetChange } from './compare-types.ts';

/** Compares what limits numbers, lengths and counts, of the types that both schemas accept. */
export function compareLimits(old: Facets, current: Facets): FacetChange[] {
  return [
    ...numberLimits(old.number, current.number),
    ...pair(old.string, current.string, (a, b) => [
      ...limit('min-length', floor(a.minLength), floor(b.minLength)),
      ...limit('max-length', a.maxLength, b.maxLength),
    ]),
    ...pair(old.array, current.array, (a, b) => [
      ...limit('min-items', floor(a.minItems), floor(b.minItems)),
      ...limit('max-items', a.maxItems, b.maxItems),
      ...flag('unique-items', a.uniqueItems, b.uniqueItems),
    ]),
    ...pair(old.object, current.object, (a, b) => [
      ...limit('min-properties', floor(a.minProperties), floor(b.minProperties)),
      ...limit('max-properties', a.maxProperties, b.maxProperties),
    ]),
  ];
}

function numberLimits(
  old: NumberSchema | undefined,
  current: NumberSchema | undefined,
): FacetChange[] {
  return pair(old, current, (a, b) => [
    ...limit('min', lowerBound(a), lowerBound(b)),
    ...limit('max', upperBound(a), upperBound(b)),
    ...multiples(a.multipleOf, b.multipleOf),
  ]);
}

function pair<Part>(
  old: Part | undefined,
  current: Part | undefined,
  compare: (old: Part, current: Part) => FacetChange[],
): FacetChange[] {
  return old === undefined || current === undefined ? [] : compare(old, current);
}

/** A minimum of nothing is none. */
function floor(count: number | undefined): number | undefined {
  return count === 0 ? undefined : count;
}

/** A limit, and whether it is excluded itself. */
interface Bound {
  readonly value: number;
  readonly isExcluded: boolean;
}

/** The tighter of the two keywords; among integers, one that is excluded means its neighbour. */
function lowerBound({ integer, minimum, exclusiveMinimum }: NumberSchema): Bound | undefined {
  return tighter(bounds(minimum, exclusiveMinimum, integer ? 1 : undefined), (a, b) => a > b);
}

function upperBound({ integer, maximum, exclusiveMaximum }: NumberSchema): Bound | undefined {
  return tighter(bounds(maximum, exclusiveMaximum, integer ? -1 : undefined), (a, b) => a < b);
}

function bounds(
  included: number | undefined,
  excluded: number | undefined,
  step: number | undefined,
): Bound[] {
  const all: Bound[] = [];
  if (included !== undefined) all.push({ value: included, isExcluded: false });
  if (excluded !== undefined) {
    const isWhole = step !== undefined && Number.isSafeInteger(excluded + step);
    all.push(
      isWhole
        ? { value: excluded + step, isExcluded: false }
        : { value: excluded, isExcluded: true },
    );
  }
  return all;
}

function tighter(all: Bound[], isTighter: (a: number, b: number) => boolean): Bound | undefined {
  return all.sort(
    (a, b) =>
      Number(isTighter(b.value, a.value)) - Number(isTighter(a.value, b.value)) ||
      Number(b.isExcluded) - Number(a.isExcluded),
  )[0];
}

/** `min…` limits go by the same words as `max…` limits; their rules say what more of them means. */
function limit(
  kind: string,
  old: Bound | number | undefined,
  current: Bound | number | undefined,
): FacetChange[] {
  const before = asBound(old);
  const after = asBound(current);
  const values = { before: describe(before), after: describe(after) };
  if (before === undefined && after === undefined) return [];
  if (before === undefined || after === undefined) {
    return [{ kind, action: before === undefined ? 'set' : 'unset', ...values }];
  }
  const difference = rank(after, kind) - rank(before, kind) || after.value - before.value;
  if (difference === 0) return [];
  return [{ kind, action: difference > 0 ? 'increased' : 'decreased', ...values }];
}

function asBound(limit: Bound | number | undefined): Bound | undefined {
  return typeof limit === 'number' ? { value: limit, isExcluded: false } : limit;
}

/** To leave out a minimum itself is to raise it a little, to leave out a maximum to lower it. */
function rank({ value, isExcluded }: Bound, kind: string): number {
  if (!isExcluded) return value;
  const step = Math.max(Math.abs(value) * Number.EPSILON, Number.MIN_VALUE);
  return kind.startsWith('min') ? value + step : value - step;
}

function describe(bound: Bound | undefined): string | number | undefined {
  return bound?.isExcluded === true ? `${bound.value} (excluded)` : bound?.value;
}

function multiples(before: number | undefined, after: number | undefined): FacetChange[] {
  if (before === after) return [];
  const kind = 'multiple-of';
  const values = { before, after };
  if (before === undefined) return [{ kind, action: 'set', ...values }];
  if (after === undefined) return [{ kind, action: 'unset', ...values }];
  if (isMultiple(before, after)) return [{ kind, action: 'generalized', ...values }];
  return [{ kind, action: isMultiple(after, before) ? 'specialized' : 'changed', ...values }];
}

function isMultiple(value: number, of: number): boolean {
  const quotient = value / of;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
}

function flag(kind: string, before: boolean, after: boolean): FacetChange[] {
  return before === after ? [] : [{ kind, action: after ? 'set' : 'unset', before, after }];
}
