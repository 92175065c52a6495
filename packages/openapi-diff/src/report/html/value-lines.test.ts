import { expect, test } from 'vitest';
import { linesOfValue } from './value-lines.ts';

test.each([
  [undefined, []],
  [null, ['null']],
  ['string', ['"string"']],
  ['First line.\nSecond "line".', ['First line.', 'Second "line".']],
  [
    { type: 'array', items: { b: 1, a: 2 } },
    ['{', '  "items": {', '    "a": 2,', '    "b": 1', '  },', '  "type": "array"', '}'],
  ],
  [{ a: 'one\ntwo \\n' }, ['{', '  "a": "one\\n', 'two \\\\n"', '}']],
  [JSON.parse('{"__proto__":{"a":1}}'), ['{', '  "__proto__": {', '    "a": 1', '  }', '}']],
])('%j is shown as %j', (value, lines) => {
  expect(linesOfValue(value)).toEqual(lines);
});

test('a line of millions of characters is cut', () => {
  expect(linesOfValue('x'.repeat(5_000_000)).join('').length).toBeLessThan(3_000);
});
