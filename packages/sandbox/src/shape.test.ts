import { expect, test } from 'vitest';
import {
  arrayOf,
  boolean,
  dateTime,
  enumOf,
  ignored,
  int32,
  int64,
  number,
  object,
  oneOf,
  openObject,
  readShape,
  string,
} from './shape.ts';
import type { Shape } from './shape.ts';
import type { JsonValue } from './json.ts';

const accepted: [string, Shape<unknown>, JsonValue, unknown][] = [
  ['a string', string, 'a', 'a'],
  ['false', boolean, false, false],
  ['a number', number, 1.5, 1.5],
  ['a number with many digits', number, 2n ** 60n, 2 ** 60],
  ['the largest int32', int32(), 2 ** 31 - 1, 2 ** 31 - 1],
  ['an int32 at its minimum', int32({ minimum: 1 }), 1, 1],
  ['a small int64', int64, 7, 7n],
  ['the largest int64', int64, 2n ** 63n - 1n, 2n ** 63n - 1n],
  ['a time', dateTime, '2026-05-12T14:03:22.518Z', new Date('2026-05-12T14:03:22.518Z')],
  [
    'a time with an offset',
    dateTime,
    '2026-05-12T14:03:22+02:00',
    new Date('2026-05-12T12:03:22Z'),
  ],
  ['a time in lower case', dateTime, '2024-02-29t00:00:00z', new Date('2024-02-29T00:00:00Z')],
  ['a value of an enum', enumOf(['SENT']), 'SENT', 'SENT'],
  ['an array', arrayOf(string), ['a', 'b'], ['a', 'b']],
  [
    'the described properties of an object',
    object({ required: { a: string }, optional: { b: string } }),
    { a: '1', z: 1 },
    { a: '1' },
  ],
  ['an object without ignored ones', object({ optional: { a: ignored } }), { a: 1 }, {}],
  ['all of an open object', openObject(object({})), { z: 1 }, { z: 1 }],
];

test.each(accepted)('accepts %s', (_what, shape, input, value) => {
  expect(readShape(shape, input)).toEqual({ value });
});

const refused: [string, Shape<unknown>, JsonValue, string][] = [
  ['null', string, null, 'INVALID_TYPE'],
  ['a word for a boolean', boolean, 'true', 'INVALID_TYPE'],
  ['an infinite number', number, Infinity, 'INVALID_TYPE'],
  ['an int32 that is too large', int32(), 2 ** 31, 'INVALID_TYPE'],
  ['an int32 below its minimum', int32({ minimum: 1 }), 0, 'INVALID_TYPE'],
  ['a fraction for an integer', int64, 1.5, 'INVALID_TYPE'],
  ['an integer that was rounded', int64, 2 ** 53, 'INVALID_TYPE'],
  ['an int64 that is too large', int64, 2n ** 63n, 'INVALID_TYPE'],
  ['a day that does not exist', dateTime, '2026-02-30T00:00:00Z', 'INVALID_TYPE'],
  ['a date without a time', dateTime, '2026-02-03', 'INVALID_TYPE'],
  ['a time without an offset', dateTime, '2026-02-03T00:00:00', 'INVALID_TYPE'],
  ['what is not in an enum', enumOf(['SENT']), 'sent', 'INVALID_VALUE'],
  ['an object for an array', arrayOf(string), { length: 0 }, 'INVALID_TYPE'],
  ['an array for an object', object({}), [], 'INVALID_TYPE'],
  ['an object without a required property', object({ required: { a: string } }), {}, 'REQUIRED'],
  ['an inherited property', object({ required: { toString: string } }), {}, 'REQUIRED'],
  ['an unknown discriminator', oneOf({ FILE: object({}) }), { type: 'toString' }, 'INVALID_VALUE'],
  ['an absent discriminator', oneOf({ FILE: object({}) }), {}, 'REQUIRED'],
  [
    'a wrong property of an open object',
    openObject(object({ optional: { a: string } })),
    { a: 1 },
    'INVALID_TYPE',
  ],
];

test.each(refused)('refuses %s', (_what, shape, input, code) => {
  expect(readShape(shape, input)).toMatchObject({ problems: [{ code }] });
});

test('all problems are listed, each with its place', () => {
  const shape = object({
    required: { items: arrayOf(oneOf({ A: object({ required: { id: int64 } }) })), name: string },
  });
  expect(
    readShape(shape, { items: [{ type: 'A', id: 1 }, { type: 'A', id: 'x' }, 7] }),
  ).toMatchObject({
    problems: [{ in: 'name' }, { in: 'items[1].id' }, { in: 'items[2]' }],
  });
});
