/**
 * Times the calls of one client, as a process of its own: what a process has run before decides what the JIT compiler
 * knows. A bare `fetch` takes turns with it, since how fast a busy machine is differs from second to second.
 *
 * Takes the path of a {@link CallerModule}; prints a {@link CallerTimes} as JSON.
 */
import { deepStrictEqual } from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import type { Caller, CallerModule, CallerOptions, CallerTime, CallerTimes } from './caller.ts';
import { createCaller as createFetchCaller } from './callers/fetch.ts';
import { ratioOf, spreadOf } from './measure.ts';
import { MESSAGE, MESSAGE_TO_PUBLISH } from './message.ts';

const WARM_UP_SPELLS = 15;
const SPELLS = 25;
const SPELL_MS = 60;
/** Calls between two looks at the clock. */
const CALLS = 25;

const OPTIONS = {
  token: 'pat-na1-11111111-2222-3333-4444-555555555555',
  channelId: 1234567,
  messageId: 'e97f20c84b6d41a3b08c5d1f3a62e7b4',
  message: MESSAGE_TO_PUBLISH,
} as const;
const MESSAGES_URL =
  'https://api.hubapi.com/conversations/custom-channels/2026-03/1234567/messages';
const STATUSES: Readonly<Record<keyof Caller, number>> = { getMessage: 200, publishMessage: 201 };

const [modulePath = ''] = process.argv.slice(2);
const { createCaller } = (await import(pathToFileURL(modulePath).href)) as CallerModule;
await check(createCaller);

const times: CallerTimes = {
  getMessage: await time('getMessage'),
  publishMessage: await time('publishMessage'),
};
console.log(JSON.stringify(times));

/** Sees to it that all do the same work: that what they send and what they give back is right. */
async function check(create: CallerModule['createCaller']): Promise<void> {
  const requests: Request[] = [];
  const fetch: CallerOptions['fetch'] = async (input, init) => {
    const request = new Request(input, init);
    requests.push(request);
    return answerTo(request.method === 'GET' ? 'getMessage' : 'publishMessage');
  };
  const caller = create({ ...OPTIONS, fetch });
  deepStrictEqual(await caller.getMessage(), JSON.parse(MESSAGE));
  deepStrictEqual(await caller.publishMessage(), JSON.parse(MESSAGE));

  const sent = requests.map(async (request) => ({
    method: request.method,
    url: request.url,
    authorization: request.headers.get('authorization'),
    body: await request.text(),
  }));
  const authorization = `Bearer ${OPTIONS.token}`;
  deepStrictEqual(await Promise.all(sent), [
    { method: 'GET', url: `${MESSAGES_URL}/${OPTIONS.messageId}`, authorization, body: '' },
    { method: 'POST', url: MESSAGES_URL, authorization, body: JSON.stringify(OPTIONS.message) },
  ]);
}

/** Times one call, in µs and against a bare `fetch`. */
async function time(name: keyof Caller): Promise<CallerTime> {
  const fetch: CallerOptions['fetch'] = async () => answerTo(name);
  const caller = createCaller({ ...OPTIONS, fetch });
  const baseline = createFetchCaller({ ...OPTIONS, fetch });
  const callerTimes: number[] = [];
  const baselineTimes: number[] = [];
  for (let spell = -WARM_UP_SPELLS; spell < SPELLS; spell += 1) {
    const spells = [await runSpell(() => baseline[name]()), await runSpell(() => caller[name]())];
    if (spell < 0) continue;
    baselineTimes.push(spells[0] ?? Number.NaN);
    callerTimes.push(spells[1] ?? Number.NaN);
  }
  return { cpuUs: spreadOf(callerTimes).median, ratio: ratioOf(callerTimes, baselineTimes) };
}

function answerTo(name: keyof Caller): Response {
  const headers = { 'content-type': 'application/json' };
  return new Response(MESSAGE, { status: STATUSES[name], headers });
}

/** How much CPU time a call takes on all threads, in µs. */
async function runSpell(call: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  let calls = 0;
  let elapsed = 0;
  do {
    for (let index = 0; index < CALLS; index += 1) await call();
    calls += CALLS;
    const { user, system } = process.cpuUsage(start);
    elapsed = user + system;
  } while (elapsed < SPELL_MS * 1000);
  return elapsed / calls;
}
