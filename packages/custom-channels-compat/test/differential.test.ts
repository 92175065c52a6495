import { operations as current } from '@apipin/custom-channels-2026-03-zod';
import { operations as v3 } from '@apipin/custom-channels-v3-zod';
import type { Mapped } from '@apipin/compat-runtime';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCompatFetch, operations, UnmappableValueError } from '../src/index.ts';
import { runs, runsTimeout } from './runs.ts';
import { sequences } from './steps.ts';
import type { Answer, CallStep, Known, SentParts, Step } from './steps.ts';
import { contentsOf, createWorld, outcomeOf } from './worlds.ts';
import type { World } from './worlds.ts';

test(
  'v3 over 2026-03 answers as v3 does, and leaves the same behind',
  { timeout: runsTimeout },
  async () => {
    const property = fc.asyncProperty(sequences, async (steps) => {
      const direct = createWorld((send) => (input, init) => send(new Request(input, init)));
      const overCompat = createWorld((send) =>
        createCompatFetch({
          serve: 'v3',
          upstream: '2026-03',
          fetch: send,
          onLoss: () => {},
          validate: { v3, '2026-03': current },
        }),
      );
      const known: Known = { channels: [], accounts: [], tokens: [], messages: [], cursors: [] };

      for (const step of steps) await expectSame(step, direct, overCompat, known);

      expect(await contentsOf(overCompat, known)).toEqual(await contentsOf(direct, known));
    });
    await fc.assert(property, { numRuns: runs(25, 1_000) });
  },
);

async function expectSame(step: Step, direct: World, overCompat: World, known: Known) {
  if (step.kind === 'inbox') {
    const [want, got] = [direct, overCompat].map(({ sandbox }) => step.happen(sandbox, known));
    expect(got).toBe(want);
    if (want !== undefined) step.learn(want, known);
    return;
  }
  const sent = step.sent(known);
  const mapped = mapSent(step, sent);
  if (mapped === undefined) {
    await expect(call(overCompat, step, known, sent)).rejects.toThrow(UnmappableValueError);
    return;
  }
  // What is lost on the way is lost on purpose: v3 is sent what is left, to see whether that does the same.
  const want = await outcomeOf(call(direct, step, known, mapped));
  const got = await outcomeOf(call(overCompat, step, known, sent));
  expect(withoutWhatV3DoesNotKnow(got)).toEqual(want);
  if ('data' in want) step.learn?.(want.data as Answer, known, step.input(known));
}

/** What arrives at the other version; `undefined` where it cannot hold that. */
function mapSent({ operationId }: CallStep, sent: SentParts): SentParts | undefined {
  try {
    const upgrade = operations[operationId].upgradeRequest as (
      sent: SentParts,
    ) => Mapped<SentParts>;
    return upgrade(sent).value;
  } catch (error) {
    if (error instanceof UnmappableValueError) return undefined;
    throw error;
  }
}

type CallOperation = (input: object) => Promise<unknown>;

async function call({ client }: World, step: CallStep, known: Known, sent: SentParts) {
  const { query, body } = sent;
  const parts = { ...query, ...(body === undefined ? {} : { body }) };
  return (client[step.operationId] as CallOperation)({ ...step.input(known), ...parts });
}

/** Without the properties that compat lets through from 2026-03, where they are unknown to v3. */
function withoutWhatV3DoesNotKnow(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutWhatV3DoesNotKnow);
  const known = Object.entries(value).filter(([name, child]) => {
    // Where there is no way but back, v3 has no paging at all.
    const leadsBack = name === 'paging' && Object.keys(child as object).join() === 'prev';
    return !unknownToV3.has(name) && !leadsBack;
  });
  return Object.fromEntries(known.map(([name, child]) => [name, withoutWhatV3DoesNotKnow(child)]));
}

const unknownToV3: ReadonlySet<string> = new Set(['contentId', 'prev', 'rootMicId']);
