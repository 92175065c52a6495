import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Failure, Verdict } from './fault.ts';
import type { Call } from './journal.ts';
import { installJumpingClock } from './jumping-clock.ts';
import { judgeCall, nameOutcome } from './judge.ts';
import { runCases, type Case } from './run-case.ts';
import { bodyFaults } from './table/body-faults.ts';
import { connectionFaults } from './table/connection-faults.ts';
import { faultOf, faults } from './table/faults.ts';
import { statusFaults } from './table/status-faults.ts';
import { timeFaults } from './table/time-faults.ts';
import { messageEgg } from './tasks.ts';
import type { World } from './world.ts';

/*
 * Each fault as a case of its own, for an operation that is safe to repeat, one that an idempotency key makes so, and one that is
 * neither. All of them go on at the same time, as most of them wait.
 */

const read = ({ messages: [message] }: World) => ({ operation: 'getMessage', input: message! });
const publish = ({ accounts: [account] }: World) => ({
  operation: 'publishMessage',
  input: { ...account, body: messageEgg(account!, { text: 'Hello' }) },
});
const create = () => ({
  operation: 'createChannel',
  input: { body: { name: 'Larkspur Chat', capabilities: {} } },
});

interface Expected {
  readonly outcome: string;
  readonly attempts: number;
}

interface Row {
  readonly title: string;
  readonly version: string;
  readonly run: Case;
  readonly expected: Expected;
}

const rows = Object.entries(faults).flatMap(([name, { verdict }]): Row[] => {
  // What never comes need not be waited for any longer.
  const limits = {
    ...(verdict !== 'passes' && verdict.kind === 'timeout' && { attemptTimeout: 2000 }),
  };
  const twice = { plan: [name, name], limits: { ...limits, attempts: 2 } };
  return [
    {
      title: `a read that meets ${name}`,
      version: 'v3',
      run: { task: read, plan: [name], limits },
      expected: expectOnce(verdict),
    },
    {
      title: `a publication that meets nothing but ${name}`,
      version: '2026-03',
      run: { task: publish, ...twice },
      expected: expectAlways(verdict, ['every', 'repeatable']),
    },
    {
      title: `a creation that meets nothing but ${name}`,
      version: 'v3 over 2026-03',
      run: { task: create, ...twice },
      expected: expectAlways(verdict, ['every']),
    },
  ];
});

const running = new Map<Row, ReturnType<typeof runCases>>();

beforeAll(async () => {
  for (const row of rows) running.set(row, runCases(row.version, row.run));
  await Promise.allSettled(running.values());
});

test.each(rows)('$title', async (row) => {
  const { calls, complaints } = await running.get(row)!;
  const [call] = calls as [Call];
  expect([...complaints, ...judgeCall(call)]).toEqual([]);
  expect(describeCall(call)).toEqual(row.expected);
});

function expectOnce(verdict: Verdict): Expected {
  if (verdict === 'passes') return { outcome: 'resolved', attempts: 1 };
  if (verdict.again === 'none') return { outcome: verdict.kind, attempts: 1 };
  return { outcome: 'resolved', attempts: 2 };
}

function expectAlways(verdict: Verdict, again: readonly Failure['again'][]): Expected {
  if (verdict === 'passes') return { outcome: 'resolved', attempts: 1 };
  return { outcome: verdict.kind, attempts: again.includes(verdict.again) ? 2 : 1 };
}

function describeCall(call: Call): Expected {
  return { outcome: nameOutcome(call), attempts: call.attempts.length };
}

describe('a connection that is reset as the next request comes', () => {
  const race = 'a connection reset as the next request comes';

  test('is replaced for what may be repeated', async () => {
    const { calls } = await runCases(
      'v3',
      ...Array.from({ length: 6 }, () => ({ task: read, plan: [race, race, race, race] })),
    );
    expect(calls.flatMap(judgeCall)).toEqual([]);
    expect(calls.map(nameOutcome)).toEqual(calls.map(() => 'resolved'));
    expect(calls.slice(1).some(({ attempts }) => attempts.length === 2)).toBe(true);
  });

  test('is a failure for what must not be', async () => {
    const first = { task: read, plan: [race] };
    const { calls } = await runCases('v3', first, { task: create, plan: [] });
    expect(calls.map(describeCall)).toMatchObject([
      { outcome: 'resolved', attempts: 1 },
      { outcome: 'connection', attempts: 1 },
    ]);
  });
});

test('pages are turned through faults, and each item comes once', async () => {
  const { calls } = await runCases('2026-03', {
    task: () => ({ operation: 'listAll', input: { limit: 1 } }),
    plan: ['a 503', 'a body that drips', 'a reset within the body', 'a 429'],
    wrapClient: (client) => ({
      listAll: async (...args) => {
        const channels = client['listChannels']!(...args) as unknown as AsyncIterable<unknown>;
        const listed: unknown[] = [];
        for await (const channel of channels) listed.push(channel);
        return listed;
      },
    }),
  });
  expect(calls[0]?.attempts).toHaveLength(5);
  expect(calls[0]?.outcome).toMatchObject({ value: [{ id: '1' }, { id: '6' }] });
});

test('a clock that is set again and again changes nothing', async () => {
  const clock = installJumpingClock();
  onTestFinished(() => clock.restore());
  const setting = setInterval(() => clock.jump(), 5);
  onTestFinished(() => clearInterval(setting));
  const waits = ['a 423', 'a 429 with seconds to wait', 'a 429 with a date to wait for'];
  const runs = await Promise.all([
    ...waits.map((fault) => runCases('v3', { task: read, plan: [fault] })),
    runCases('v3', {
      task: read,
      plan: ['headers that never come'],
      limits: { attempts: 1, attemptTimeout: 300 },
    }),
  ]);
  const calls = runs.flatMap((run) => run.calls);
  expect(calls.flatMap(judgeCall)).toEqual([]);
  expect(calls.map(nameOutcome)).toEqual(['resolved', 'resolved', 'resolved', 'timeout']);
  for (const { startedTime, settledTime } of calls) {
    expect(settledTime - startedTime).toBeLessThan(30_000);
  }
});

test('each fault has a name that no other has', () => {
  const tables = [bodyFaults, connectionFaults, statusFaults, timeFaults];
  const names = tables.flatMap((table) => Object.keys(table));
  expect(Object.keys(faults).toSorted()).toEqual(names.toSorted());
  expect(() => faultOf('bad weather')).toThrow(RangeError);
});
