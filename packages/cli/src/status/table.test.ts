import { expect, test } from 'vitest';
import { emitTable } from './table.ts';

test('columns are as wide as their widest cell, colours apart', () => {
  const paint = (text: string): string => `<${text}>`;
  const rows = [
    [{ text: 'a long cell', paint }, { text: 'b' }],
    [{ text: 'c' }, { text: 'd', paint }],
  ];
  expect(emitTable(['one', 'two'], rows, (text) => text)).toBe(`\
one          two
<a long cell>  b
c            <d>
`);
});
