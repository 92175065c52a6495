import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rejectionOf } from './example-api.ts';
import { answer, createOne, fetchInTurn } from './one-operation.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each([
  ['4 unless told otherwise', undefined, undefined, 4],
  ['as many as the client says', 2, undefined, 2],
  ['as many as the call says', 2, 3, 3],
  ['one', undefined, 1, 1],
])('attempts: %s', async (_, attempts, ofCall, count) => {
  const { times, fetch } = fetchInTurn(answer(503));
  const call = createOne({ fetch, ...(attempts && { attempts }) });
  const error = rejectionOf(call({}, { attempts: ofCall }));
  await vi.runAllTimersAsync();
  expect(await error).toMatchObject({ kind: 'server', status: 503, attempts: count });
  expect(times).toHaveLength(count);
});

test('attempts without end stop at the deadline', async () => {
  const { times, fetch } = fetchInTurn(answer(503));
  const call = createOne({ fetch, attempts: Infinity, timeout: 600_000 });
  const error = rejectionOf(call());
  await vi.runAllTimersAsync();
  expect(await error).toMatchObject({ status: 503, attempts: times.length });
  // 8 s apart at most, 4 s in the middle.
  expect(times.length).toBeGreaterThan(75);
});

test.each([
  ['attempts', 0, 'attempts: expected 1 or more, got 0'],
  ['attempts', -1, 'attempts: expected 1 or more, got -1'],
  ['attempts', NaN, 'attempts: expected 1 or more, got NaN'],
  ['timeout', -1, 'timeout: expected 0 or more, got -1'],
  ['timeout', NaN, 'timeout: expected 0 or more, got NaN'],
  ['attemptTimeout', -1, 'attemptTimeout: expected 0 or more, got -1'],
])('refuses %s: %d before it asks for anything', async (option, value, message) => {
  const { times, fetch } = fetchInTurn(answer(200));
  const accessToken = vi.fn(() => 'token-1');
  const request = vi.fn();
  const call = createOne({ fetch, accessToken, validation: { request, response: vi.fn() } });
  expect(await rejectionOf(call({}, { [option]: value }))).toEqual(new TypeError(message));
  expect(accessToken).not.toHaveBeenCalled();
  expect(request).not.toHaveBeenCalled();
  expect(times).toEqual([]);
});
