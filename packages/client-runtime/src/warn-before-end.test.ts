import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { warnBeforeEnd } from './warn-before-end.ts';

const DAY = 24 * 60 * 60 * 1000;
const END = Date.UTC(2027, 8, 1);

const warn = vi.spyOn(console, 'warn');
afterAll(() => warn.mockRestore());

let lastId = 0;
let id: string;

beforeEach(() => {
  warn.mockReset().mockImplementation(() => {});
  // A process is warned once of each version, and has many tests.
  lastId += 1;
  id = `v${lastId}`;
});

afterEach(() => vi.unstubAllGlobals());

test('says which version it is, until when, what to move to, and how to silence it', () => {
  warnBeforeEnd({ api: 'pets', id, supportedUntil: '2027-09', successor: '2028-03' }, END);
  expect(warn.mock.calls).toEqual([
    [
      `APIPIN_END_OF_SUPPORT: pets ${id} ends 2027-09: move to 2028-03, or set warnBeforeEnd: false`,
    ],
  ]);
});

test('knows no name where there is no successor', () => {
  warnBeforeEnd({ api: 'pets', id, supportedUntil: '2027-09' }, END);
  expect(warn).toHaveBeenCalledWith(expect.stringContaining(': move to a newer one, or'));
});

test.each([
  ['2027-09', 181, 0],
  ['2027-09', 180, 1],
  ['2027-09', 0, 1],
  ['2027-09', -1, 1],
  ['2027-09-01', 181, 0],
  ['2027-09-01', 180, 1],
  ['2027-09-01', 0, 1],
  ['2027-09-01', -1, 1],
  ['2027-09-02', 180, 0],
  ['2027-09-02', 179, 1],
])('of %s, %i days before September 2027: %i warnings', (supportedUntil, days, count) => {
  warnBeforeEnd({ api: 'pets', id, supportedUntil }, END - days * DAY);
  expect(warn).toHaveBeenCalledTimes(count);
});

test('the notice begins with the 180th day before, to the millisecond', () => {
  const version = { api: 'pets', id, supportedUntil: '2027-09-01' };
  warnBeforeEnd(version, END - 180 * DAY - 1);
  expect(warn).not.toHaveBeenCalled();
  warnBeforeEnd(version, END - 180 * DAY);
  expect(warn).toHaveBeenCalledOnce();
});

test('a month ends support like its first day does', () => {
  const month = fc.date({
    min: new Date('2000-01'),
    max: new Date('9000-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(month, fc.integer({ min: -400, max: 400 }), (date, days) => {
      const supportedUntil = date.toISOString().slice(0, 7);
      const now = date.getTime() - days * DAY;
      const warnings = [supportedUntil, `${supportedUntil}-01`].map((until) => {
        warn.mockClear();
        lastId += 1;
        warnBeforeEnd({ api: 'pets', id: `v${lastId}`, supportedUntil: until }, now);
        return warn.mock.calls.length;
      });
      expect(warnings[0]).toBe(warnings[1]);
    }),
  );
});

test('warns once of a version, and of each', () => {
  const supportedUntil = '2027-09';
  for (const api of ['pets', 'pets', 'shops', 'pets']) {
    warnBeforeEnd({ api, id, supportedUntil }, END);
    warnBeforeEnd({ api, id: `${id}-beta`, supportedUntil }, END);
  }
  expect(warn).toHaveBeenCalledTimes(4);
});

test.each([undefined, '', 'some day', '__proto__'])(
  'is silent where no date is known: %s',
  (supportedUntil) => {
    warnBeforeEnd(
      { api: 'pets', id, ...(supportedUntil !== undefined && { supportedUntil }) },
      END,
    );
    expect(warn).not.toHaveBeenCalled();
  },
);

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
  expect(() => warnBeforeEnd({ api: 'pets', id, supportedUntil: '2027-09' }, END)).not.toThrow();
});
