import { expect, test } from 'vitest';
import { judgeCall, nameOutcome } from './judge.ts';
import { runCases } from './run-case.ts';
import type { World } from './world.ts';

const read = ({ messages: [message] }: World) => ({ operation: 'getMessage', input: message! });

test.concurrent.for([
  ['while its first request is on the way', ['headers that never come'], 1],
  ['while headers drip', ['headers that come line by line for ever'], 1],
  ['while a body drips', ['a body that drips for ever'], 1],
  ['while a failure drips', ['a failure whose body stops half way'], 1],
  ['between two attempts', ['a 423', 'a 423'], 1],
  ['within the second attempt', ['a refused connection', 'headers that never come'], 2],
] as const)('a call is aborted %s', async ([, plan, attempts]) => {
  // The first wait between two attempts is at most half a second, but for what says otherwise.
  const { calls, complaints } = await runCases('v3', { task: read, plan, abortAfter: 700 });
  expect([...complaints, ...calls.flatMap(judgeCall)]).toEqual([]);
  expect(calls.map(nameOutcome)).toEqual(['aborted']);
  expect(calls[0]?.attempts).toHaveLength(attempts);
});
