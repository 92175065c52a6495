import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallProgress } from '../errors/client-error.ts';
import { idempotentBy } from './idempotent-by.ts';

const mark = idempotentBy('key');
const newCall = (): CallProgress => ({
  operation: 'publish',
  method: 'POST',
  path: '/',
  attempts: 0,
  startedAt: 0,
});

test('marks a body that has no mark, and leaves the caller’s own as it is', () => {
  const body = Object.freeze({ text: 'hi' });
  const call = newCall();
  expect(mark(call, body)).toEqual({ text: 'hi', key: call.idempotencyKey });
  expect(call.idempotencyKey).toMatch(/^\d+-\d+$/);
});

test('keeps the mark of the caller', () => {
  const body = { text: 'hi', key: 'mine' };
  const call = newCall();
  expect(mark(call, body)).toEqual(body);
  expect(call.idempotencyKey).toBe('mine');
});

test.each([undefined, null, 'text', 7, ''])('leaves a body alone that is %o', (body) => {
  const call = newCall();
  expect(mark(call, body)).toBe(body);
  expect(call.idempotencyKey).toBeUndefined();
});

test.each([null, '', 7, {}])('counts on no mark such as %o', (key) => {
  const call = newCall();
  expect(mark(call, { key })).toEqual({ key });
  expect(call.idempotencyKey).toBeUndefined();
});

test('no two marks are equal', () => {
  const keys = new Set<unknown>();
  fc.assert(
    fc.property(fc.object(), (body) => {
      const call = newCall();
      const { key } = mark(call, { ...body, key: undefined }) as { key: string };
      expect(keys.has(key)).toBe(false);
      keys.add(key);
    }),
  );
});
