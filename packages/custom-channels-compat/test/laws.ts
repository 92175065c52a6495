import { stringifyExact, UnmappableValueError } from '@apipin/compat-runtime';
import type { JsonValue, Loss, Mapped } from '@apipin/compat-runtime';
import { expect } from 'vitest';
import type { ZodType } from 'zod';
import type { ChangeId } from '../src/index.ts';
import { rules } from '../src/index.ts';
import { differences } from './differences.ts';

/** Maps a value, as the package's users call it. */
export type Map = (value: never) => Mapped<unknown>;

/** Both ways of a mapping, and who says what is valid at either end. */
export interface MappingUnderTest {
  readonly there: Map;
  readonly back: Map;
  /** Of what goes in. */
  readonly from: ZodType;
  /** Of what comes out. */
  readonly to: ZodType;
}

/** The changes that something was lost or refused for. */
export interface Admitted {
  readonly lost: Set<string>;
  readonly refused: Set<string>;
}

/** Checks every law on one value; see DESIGN.md. */
export function expectLaws(value: unknown, mapping: MappingUnderTest, admitted: Admitted): void {
  expectValid(value, mapping.from);
  const mapped = attempt(mapping.there, deepFreeze(value));
  if (mapped instanceof UnmappableValueError) return expectReasons(value, mapped, admitted);
  for (const { change } of mapped.losses) admitted.lost.add(change);
  expectClasses(mapped.losses);
  expectSound(mapped, mapping);
  expectHonest(value, mapped, mapping);
  expectSharing(value, mapped.value);
  expectOpen(value, mapped, mapping);
}

function attempt(map: Map, value: unknown): Mapped<unknown> | UnmappableValueError {
  try {
    return map(value as never);
  } catch (error) {
    if (error instanceof UnmappableValueError) return error;
    throw error;
  }
}

/** A refusal names the values it is about, and only rules that may refuse do. */
function expectReasons(value: unknown, error: UnmappableValueError, { refused }: Admitted): void {
  for (const { pointer, change, value: about } of error.refusals) {
    expect(valueAt(value, pointer)).toEqual(about);
    expect(rules[change as ChangeId].class).toBe('partial');
    refused.add(change);
  }
}

/** Only rules that may lose do. */
function expectClasses(losses: readonly Loss[]): void {
  for (const { change } of losses) expect(rules[change as ChangeId].class).not.toBe('iso');
}

/** *Sound*: a valid value becomes a valid value. */
function expectSound({ value }: Mapped<unknown>, { to }: MappingUnderTest): void {
  expectValid(value, to);
}

/** *Round trip* and *honest*: what differs after a round trip was lost, and nothing else was. */
function expectHonest(value: unknown, mapped: Mapped<unknown>, { back }: MappingUnderTest): void {
  const returned = back(mapped.value as never).value;
  const lost = mapped.losses.map(({ pointer, was }) => ({ pointer, was }));
  const differing = differences(value, returned).map(({ pointer, was }) => ({ pointer, was }));
  expect(lost.toSorted(byPointer)).toEqual(differing.toSorted(byPointer));
  for (const { pointer, becomes } of mapped.losses) {
    expect(valueAt(mapped.value, pointer)).toEqual(becomes);
  }
}

/** *Open*: properties that neither version knows survive. */
function expectOpen(value: unknown, mapped: Mapped<unknown>, { there }: MappingUnderTest): void {
  expect(there(withUnknownProperties(value) as never).value).toEqual(
    withUnknownProperties(mapped.value),
  );
}

/** *Pure*: what does not change is the same object. That nothing is mutated, frozen values show. */
function expectSharing(before: unknown, after: unknown): void {
  if (differences(before, after).length === 0) {
    expect(after).toBe(before);
  } else if (typeof before === 'object' && before !== null) {
    for (const [name, child] of Object.entries(before)) {
      if (Object.hasOwn(after as object, name)) expectSharing(child, valueOf(after, name));
    }
  }
}

/** As a client reads it that knows nothing of bigints, which is what the validators are for. */
function expectValid(value: unknown, validator: ZodType): void {
  const plain: unknown = JSON.parse(stringifyExact(value as JsonValue));
  expect(validator.safeParse(plain)).toMatchObject({ success: true });
}

function valueAt(value: unknown, pointer: string): unknown {
  const tokens = pointer.split('/').slice(1);
  return tokens
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(valueOf, value);
}

function valueOf(container: unknown, name: string): unknown {
  return Object.hasOwn(container as object, name)
    ? Reflect.get(container as object, name)
    : undefined;
}

function byPointer(a: { readonly pointer: string }, b: { readonly pointer: string }): number {
  return a.pointer < b.pointer ? -1 : 1;
}

/** Mutating a frozen object throws, since modules are in strict mode. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

function withUnknownProperties(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withUnknownProperties);
  const known = Object.entries(value).map(([name, child]) => [name, withUnknownProperties(child)]);
  return Object.fromEntries([...known, ['x-newer', { since: ['yesterday'] }]]);
}
