import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { warnBeforeEnd } from './warn-before-end.ts';

const from = '2027-03-05';
const START = Date.parse(from);

const warn = vi.spyOn(console, 'warn');

let lastId = 0;
let text: string;

beforeEach(() => {
  warn.mockReset().mockImplementation(() => {});
  vi.useFakeTimers({ now: START });
  // A process is told of each notice once, and has many tests.
  lastId += 1;
  text = `v${lastId} ends soon`;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('begins with that day in UTC, to the millisecond', () => {
  vi.setSystemTime(START - 1);
  warnBeforeEnd({ from, text });
  expect(warn).not.toHaveBeenCalled();
  vi.setSystemTime(START);
  warnBeforeEnd({ from, text });
  expect(warn.mock.calls).toEqual([[text]]);
});

test('warns once of a version, and of each', () => {
  for (const end of ['soon', 'soon', 'later', 'soon']) warnBeforeEnd({ from, text: text + end });
  expect(warn).toHaveBeenCalledTimes(2);
});

test.each([
  ['no console', undefined],
  ['a console without warn', {}],
  [
    'a console that throws',
    {
      warn() {
        throw new Error('closed');
      },
    },
  ],
])('works with %s', (_, console) => {
  vi.stubGlobal('console', console);
  expect(() => warnBeforeEnd({ from, text })).not.toThrow();
});
