import { expect, test } from 'vitest';
import { Journal, type Call } from './journal.ts';
import { judgeCall, SECRETS } from './judge.ts';
import { findLostUpdates } from './registers.ts';
import { growthOf } from './resources.ts';
import { runCases, type Case } from './run-case.ts';
import { messageEgg, textOf, type AnyClient } from './tasks.ts';
import type { World } from './world.ts';

/*
 * The judge sees what a worse client would do.
 */

const read = ({ messages: [message] }: World) => ({ operation: 'getMessage', input: message! });
const create = () => ({
  operation: 'createChannel',
  input: { body: { name: 'Larkspur Chat', capabilities: {} } },
});
const publish = ({ accounts: [account] }: World) => ({
  operation: 'publishMessage',
  input: { ...account, body: messageEgg(account!, { text: 'Hello' }) },
});

interface Misdeed {
  readonly title: string;
  readonly run: Case;
  readonly complaint: string;
}

const misdeeds: readonly Misdeed[] = [
  {
    title: 'sends twice what must be sent once',
    run: {
      task: create,
      plan: [],
      wrapFetch: (fetch) => async (input, init) => {
        await fetch(input, init);
        return fetch(input, init);
      },
    },
    complaint: 'was sent 2 times to the API',
  },
  {
    title: 'forgets the idempotency key',
    run: {
      task: publish,
      plan: ['a reset after the effect, before the answer'],
      wrapFetch: (fetch) => async (input, init) => {
        const { integrationIdempotencyId: _, ...body } = JSON.parse(String(init?.body));
        return fetch(input, { ...init, body: JSON.stringify(body) });
      },
    },
    complaint: ': created ',
  },
  {
    title: 'gives the answer to another question',
    run: {
      task: read,
      plan: [],
      wrapClient: (client) => ({ ...client, getMessage: async () => ({ id: 'another' }) }),
    },
    complaint: 'resolved with something else than the answer',
  },
  {
    title: 'takes a failure for a success',
    run: {
      task: read,
      plan: ['a 501'],
      wrapClient: wrapRead(
        (getMessage) =>
          (...args) =>
            getMessage(...args).catch(() => undefined),
      ),
    },
    complaint: 'should have come to server, but resolved',
  },
  {
    title: 'gives up where it need not',
    run: {
      task: read,
      plan: ['a 503'],
      wrapClient: wrapRead(
        (getMessage) => (input, options) => getMessage(input, { ...options, attempts: 1 }),
      ),
    },
    complaint: 'was given up too early',
  },
  {
    title: 'does not wait as long as it is told',
    run: {
      task: read,
      plan: ['a 423'],
      wrapFetch: (fetch) => async (input, init) => {
        const response = await fetch(input, init);
        return response.ok ? response : fetch(input, init);
      },
    },
    complaint: 'ms after a 423',
  },
  {
    title: 'does not hear that it is aborted',
    run: {
      task: read,
      plan: ['headers that never come'],
      limits: { attempts: 1, attemptTimeout: 200 },
      abortAfter: 50,
      wrapClient: wrapRead(
        (getMessage) => (input, options) => getMessage(input, { ...options, signal: undefined }),
      ),
    },
    complaint: 'goes on after its abortion',
  },
  {
    title: 'goes on after it has settled',
    run: {
      task: read,
      plan: [],
      wrapFetch: (fetch) => async (input, init) => {
        const response = await fetch(input, init);
        setTimeout(() => void fetch(input, init).catch(() => {}), 200);
        return response;
      },
    },
    complaint: 'was sent after it had settled',
  },
  {
    title: 'shows a secret',
    run: {
      task: read,
      plan: ['a 501'],
      wrapClient: wrapRead(
        (getMessage) =>
          (...args) =>
            getMessage(...args).catch((error: object) => {
              throw Object.assign(error, { authorization: SECRETS[0] });
            }),
      ),
    },
    complaint: 'shows a secret',
  },
];

test.concurrent.for(misdeeds)(
  'the judge complains of a client that $title',
  async ({ run, complaint }) => {
    // Takes 2 s at least.
    const meanwhile: Case = { task: read, plan: ['a 423'] };
    const { calls, complaints } = await runCases('v3', run, meanwhile);
    const [call] = calls as [Call];
    expect([...complaints, ...judgeCall(call)].join('\n')).toContain(complaint);
  },
);

test('the judge complains of a call that hangs', () => {
  const call = new Journal().open(1, { operation: 'getMessage', input: {} }, [], LIMITS);
  expect(judgeCall(call)).toEqual([expect.stringContaining('hangs')]);
});

test('the judge misses an update that an older one has undone', () => {
  const journal = new Journal();
  const write = (): Call => {
    const register = { path: '/1', access: 'write' as const };
    const task = { operation: 'updateChannel', input: {}, register };
    const call = journal.open(journal.nextId(), task, [], LIMITS);
    call.outcome = { status: 'fulfilled', value: {} };
    call.settledAt = journal.tick();
    call.settledTime = call.startedTime;
    return call;
  };
  const calls = [write(), write()];
  const findLost = (text: string | undefined, startedAt = Number.POSITIVE_INFINITY) =>
    findLostUpdates(calls, [{ path: '/1', text, startedAt }]);
  expect(findLost(textOf(2))).toEqual([]);
  expect(findLost(textOf(1))).toEqual([expect.stringContaining('call 2')]);
  expect(findLost(undefined)).toEqual([expect.stringContaining('call 1')]);
  expect(findLost(textOf(1), calls[1]?.startedAt)).toEqual([]);
});

test('what grows is told from what goes up and down', () => {
  expect(growthOf([5, 1, 9, 2, 8, 3, 9, 1, 5])).toBe(0);
  expect(growthOf([1, 2, 3, 4, 5, 6])).toBe(4);
});

const LIMITS = { attempts: 4, timeout: 60_000, attemptTimeout: 30_000 };

type Method = AnyClient[string];

/** Has something between caller and `getMessage`. */
function wrapRead(wrap: (getMessage: Method) => Method): (client: AnyClient) => AnyClient {
  return (client) => ({ ...client, getMessage: wrap(client['getMessage']!) });
}
