import type { JsonObject } from '@apipin/openapi-model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importGenerated } from '../../test/compile.ts';
import { specOf } from '../../test/generate-from.ts';
import { generateClient } from '../generate.ts';
import { emitEndNotice } from './emit-end-notice.ts';

const PETS: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  paths: { '/pets': { get: { responses: { '204': { description: 'None' } } } } },
};

/** What a generated client of a version says of its end. */
async function noticeOf(version: Parameters<typeof emitEndNotice>[0]): Promise<unknown> {
  const files = await generateClient(specOf(PETS), { apiVersion: version });
  const { api } = await importGenerated<{ api: { endNotice?: unknown } }>(files, 'operations.js');
  return api.endNotice;
}

test('says which version it is, until when, what to move to, and how to silence it', async () => {
  expect(
    await noticeOf({ api: 'pets', id: '1', supportedUntil: '2027-09', successor: '2028-03' }),
  ).toEqual({
    from: '2027-03-05',
    text: 'APIPIN_END_OF_SUPPORT: pets 1 ends 2027-09: move to 2028-03, or set warnBeforeEnd: false',
  });
});

test('names no successor where there is none', () => {
  expect(emitEndNotice({ api: 'pets', id: '1', supportedUntil: '2027-09-02' })).toContain(
    'from: "2027-03-06", text: "APIPIN_END_OF_SUPPORT: pets 1 ends 2027-09-02: set warnBeforeEnd: false"',
  );
});

test.each([undefined, '', 'some day', '__proto__'])(
  'is silent where no day is known: %s',
  (supportedUntil) => {
    expect(emitEndNotice({ api: 'pets', id: '1', supportedUntil })).toBe('');
  },
);

test('a month ends support like its first day does, 180 days after the notice begins', () => {
  const month = fc.date({
    min: new Date('2000-01'),
    max: new Date('9000-01'),
    noInvalidDate: true,
  });
  const fromOf = (supportedUntil: string) =>
    /from: "(.*?)"/.exec(emitEndNotice({ api: 'pets', id: '1', supportedUntil }))?.[1];
  fc.assert(
    fc.property(month, (date) => {
      const until = date.toISOString().slice(0, 7);
      expect(fromOf(until)).toBe(fromOf(`${until}-01`));
      expect(Date.parse(until) - Date.parse(fromOf(until)!)).toBe(180 * 24 * 60 * 60 * 1000);
    }),
  );
});

test('what it is told stays text', async () => {
  const hostile = `'; throw 1; //\u2028*/\n\${process.exit()}`;
  const notice = await noticeOf({ api: hostile, id: '1', supportedUntil: '2027-09' });
  expect(notice).toMatchObject({ text: expect.stringContaining(hostile) });
});
