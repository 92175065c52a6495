import { stringifyExact, UnmappableValueError } from '@apipin/compat-runtime';
import type { ErasedMapping, JsonValue, Mapped, MapValue } from '@apipin/compat-runtime';
import { components as current } from '@apipin/custom-channels-2026-03-zod';
import { components as v3 } from '@apipin/custom-channels-v3-zod';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ZodType } from 'zod';
import * as mappings from '../src/components.ts';
import { componentsOf } from './arbitraries.ts';
import type { ComponentName, Version } from './arbitraries.ts';
import { differences } from './differences.ts';

interface Component {
  readonly mapping: ErasedMapping;
  readonly validators: Readonly<Record<Version, ZodType>>;
}

function sameName(name: keyof typeof v3 & keyof typeof current, mapping: ErasedMapping): Component {
  return { mapping, validators: { v3: v3[name], '2026-03': current[name] } };
}

const components: Readonly<Record<ComponentName, Component>> = {
  ChannelIntegrationMessageEgg: sameName(
    'ChannelIntegrationMessageEgg',
    mappings.channelIntegrationMessageEgg,
  ),
  CollectionOfChannelAccounts: {
    mapping: mappings.collectionOfChannelAccounts,
    validators: {
      v3: v3.CollectionResponseWithTotalPublicChannelAccountForwardPaging,
      '2026-03': current.CollectionResponseWithTotalPublicChannelAccount,
    },
  },
  PublicChannelAccount: sameName('PublicChannelAccount', mappings.publicChannelAccount),
  PublicChannelAccountEgg: sameName('PublicChannelAccountEgg', mappings.publicChannelAccountEgg),
  PublicChannelAccountStagingToken: sameName(
    'PublicChannelAccountStagingToken',
    mappings.publicChannelAccountStagingToken,
  ),
  PublicChannelAccountStagingTokenUpdateRequest: sameName(
    'PublicChannelAccountStagingTokenUpdateRequest',
    mappings.publicChannelAccountStagingTokenUpdateRequest,
  ),
  PublicConversationsMessage: sameName(
    'PublicConversationsMessage',
    mappings.publicConversationsMessage,
  ),
};

const cases = (Object.keys(components) as ComponentName[]).flatMap((name) => [
  { name, way: 'upgrade', back: 'downgrade', from: 'v3', to: '2026-03' } as const,
  { name, way: 'downgrade', back: 'upgrade', from: '2026-03', to: 'v3' } as const,
]);

describe.each(cases)('$way of $name', ({ name, way, back, from, to }) => {
  const { mapping, validators } = components[name];
  const values = componentsOf(from)[name];
  const there = mapping[way] as MapValue<object, object>;
  const andBack = mapping[back] as MapValue<object, object>;

  /** Checks a law for every value that can be mapped. */
  function assertForMappable(law: (value: object, mapped: Mapped<object>) => void): void {
    const property = fc.property(values, (value) => {
      const mapped = attempt(there, deepFreeze(value));
      fc.pre(!(mapped instanceof UnmappableValueError));
      law(value, mapped);
    });
    fc.assert(property, { numRuns: 200 });
  }

  test('is sound: a valid value becomes a valid value', () => {
    assertForMappable((value, mapped) => {
      expect(validators[from].safeParse(asPlainJson(value))).toMatchObject({ success: true });
      expect(validators[to].safeParse(asPlainJson(mapped.value))).toMatchObject({ success: true });
    });
  });

  test('is honest: the losses are the differences after a round trip, and nothing else', () => {
    assertForMappable((value, { value: mapped, losses }) => {
      const { value: returned } = andBack(mapped);
      const lost = losses.map(({ pointer, was }) => ({ pointer, was }));

      expect(lost.toSorted(byPointer)).toEqual(
        differences(value, returned)
          .map(({ pointer, was }) => ({ pointer, was }))
          .toSorted(byPointer),
      );
      for (const { pointer, becomes } of losses) {
        expect(valueAt(mapped, pointer)).toEqual(becomes);
      }
    });
  });

  test('is pure: what does not change is the same object', () => {
    assertForMappable((value, mapped) => {
      expectSharing(value, mapped.value);
    });
  });

  test('is open: unknown properties survive', () => {
    assertForMappable((value, mapped) => {
      expect(there(withUnknownProperties(value)).value).toEqual(
        withUnknownProperties(mapped.value),
      );
    });
  });

  test('a refusal names the value it is about', () => {
    const property = fc.property(values, (value) => {
      const refusal = attempt(there, value);
      if (!(refusal instanceof UnmappableValueError)) return;

      expect(refusal.direction).toBe(way);
      expect(valueAt(value, refusal.pointer)).toEqual(refusal.value);
    });
    fc.assert(property, { numRuns: 200 });
  });
});

function attempt(
  mapValue: MapValue<object, object>,
  value: object,
): Mapped<object> | UnmappableValueError {
  try {
    return mapValue(value);
  } catch (error) {
    if (error instanceof UnmappableValueError) return error;
    throw error;
  }
}

/** As a client reads it that knows nothing of bigints, which is what the validators are for. */
function asPlainJson(value: object): unknown {
  return JSON.parse(stringifyExact(value as JsonValue));
}

function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((container, name) => (container as Record<string, unknown>)[name], value);
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

function expectSharing(before: unknown, after: unknown): void {
  if (differences(before, after).length === 0) {
    expect(after).toBe(before);
  } else if (typeof before === 'object' && before !== null) {
    for (const [name, child] of Object.entries(before)) {
      if (Object.hasOwn(after as object, name)) {
        expectSharing(child, (after as Record<string, unknown>)[name]);
      }
    }
  }
}

function withUnknownProperties(value: unknown): object;
function withUnknownProperties(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withUnknownProperties);
  const known = Object.entries(value).map(([name, child]) => [name, withUnknownProperties(child)]);
  return { ...Object.fromEntries(known), 'x-new': { since: ['yesterday'] } };
}
