import fc from 'fast-check';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { docComment, propertyKey, regexLiteral, statusKey, stringLiteral } from './source-text.ts';

/** Text that likes to get out of where it is put. */
const HOSTILE = [
  "'",
  '"',
  '`${1}`',
  '*/',
  '//',
  '\\',
  '\n',
  '\r',
  '\u2028',
  '\u2029',
  '\0',
  '\ud800',
  '\u202e',
  '__proto__',
  '</script>',
];
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' })), { maxLength: 8 })
  .map((parts) => parts.join(''));

function evaluate(code: string): unknown {
  return new Function(`return (${code});`)() as unknown;
}

test('a string literal reads back as the text', () => {
  fc.assert(fc.property(hostileText, (text) => evaluate(stringLiteral(text)) === text));
});

test('a string literal shows every character that it holds', () => {
  fc.assert(
    fc.property(
      hostileText,
      (text) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(stringLiteral(text)),
    ),
  );
});

test('a property key makes an own property of that name', () => {
  fc.assert(
    fc.property(hostileText, (name) => {
      const object = evaluate(`{ ${propertyKey(name)}: 1 }`) as object;
      expect(Object.keys(object)).toEqual([name]);
    }),
  );
});

test('a doc comment stays one comment, whatever it says', () => {
  fc.assert(
    fc.property(fc.array(hostileText), (paragraphs) => {
      const code = `${docComment(paragraphs)}x;`;
      const file = ts.createSourceFile('x.ts', code, ts.ScriptTarget.Latest);
      expect(file.statements).toHaveLength(1);
      expect(file.statements[0]?.getText(file)).toBe('x;');
    }),
  );
});

test.each([
  ['^a/b$', 'a/b', 'a'],
  ['^[/]\\/$', '//', '/'],
  ['\n', 'a\nb', 'ab'],
  ['^\u2028$', '\u2028', 'n'],
  ['^\\p{Lu}$', 'Ä', 'ä'],
  ['^.$', '😀', '😀😀'],
  ['^\\-$', '-', 'a'],
  ['', 'anything', undefined],
])(
  'the regular expression %j is written as a literal that means the same',
  (pattern, matching, other) => {
    const expression = evaluate(regexLiteral(pattern)) as RegExp;
    expect(expression.test(matching)).toBe(true);
    if (other !== undefined) expect(expression.test(other)).toBe(false);
  },
);

test('statuses are written as openapi-typescript writes them', () => {
  expect(['200', '4XX', 'default'].map(statusKey)).toEqual(['200', '"4XX"', '"default"']);
});

test('a doc comment is one line where it can be, and wraps where it cannot', () => {
  expect(docComment(['One.', undefined, ''])).toBe('/** One. */\n');
  expect(docComment(['One.', 'Two.'])).toBe('/**\n * One.\n *\n * Two.\n */\n');
  expect(docComment([undefined])).toBe('');
  const lines = docComment(['word '.repeat(60)]).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(115);
});
