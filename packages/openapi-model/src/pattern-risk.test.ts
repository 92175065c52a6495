import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patternRisk } from './pattern-risk.ts';

test.each([
  // Dates, times and numbers
  String.raw`^\d{4}-\d{2}-\d{2}$`,
  String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$`,
  String.raw`^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$`,
  String.raw`^P(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$`,
  // Identifiers
  '^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
  '^[0-9a-fA-F]{40}$',
  '^[a-z0-9]+(?:-[a-z0-9]+)*$',
  String.raw`^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$`,
  '^arn:aws(?:-cn|-us-gov)?:iam::[0-9]{12}:role/[A-Za-z0-9_+=,.@-]{1,64}$',
  '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$',
  '^(?:[0-9a-f]{32},)*[0-9a-f]{32}$',
  // Versions
  String.raw`^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$`,
  // Addresses
  String.raw`^\+[1-9]\d{1,14}$`,
  String.raw`^(?:\d{1,3}\.){3}\d{1,3}$`,
  '^(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}$',
  '^https?://',
  String.raw`^[a-z]+(?:/[a-z]+)*/?$`,
  // Words
  String.raw`^\p{L}+(?:[ '-]\p{L}+)*$`,
  String.raw`^[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*$`,
  '^(?=.*[a-z])(?=.*[A-Z])[a-zA-Z]{8,64}$',
  '^(?!-)[a-z0-9-]{1,63}$',
  '^(?:red|green|blue)(?:,(?:red|green|blue))*$',
  '^(["\'])[a-z]*\\1$',
  '[a-z]+',
  '.*',
  '',
])('%s is linear', (source) => {
  expect(patternRisk(source)).toBe('linear');
});

test.each([
  ['two loops in a row', '^a*a*$'],
  ['three loops in a row', String.raw`^\d+\d+\d+$`],
  ['a loop that is tried at every place', 'a+$'],
  ['a loop that starts anywhere, in one alternative', String.raw`^\s+|\s+$`],
  ['two large counters in a row', '^a{0,1000}a{0,1000}$'],
  ['a separator that the loops contain', String.raw`^[^@]+@[^@]+\.[^@]+$`],
  ['loops that share some characters only', String.raw`^[\w.-]+[\d-]+$`],
  ['a property and an overlapping property', String.raw`^\p{Lu}+\p{L}+$`],
  ['a lookahead in front of every character', '^(?:(?=a*b)a)*$'],
  ['a lookbehind after every character', '(?<=a+)b'],
  ['what a backreference repeats', String.raw`^(a+)\1$`],
])('%s is polynomial: %s', (_, source) => {
  expect(patternRisk(source)).toBe('polynomial');
});

test.each([
  // A loop in a loop
  '(a+)+$',
  '^(((a+)+)+)+$',
  '^(a*)*$',
  '^(a*?)*?$',
  '(.*)*x',
  String.raw`([a-z]+)*\d`,
  String.raw`^(\w+\s?)*$`,
  String.raw`^(?:\d+\.?)+$`,
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  String.raw`^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$`,
  String.raw`^(?:\s*\w+\s*)*;$`,
  // Alternatives that overlap
  '(a|a)*$',
  '^(a|aa)+$',
  '^(?:a|b|ab)*c',
  '^([a-f]|[e-k])*$',
  '^(?:.|\\s)*x$',
  '^(foo|bar|baz|fo|o|ba|r|z)*$',
  '^(?:(?:ab)+|aba|b)*$',
  String.raw`^(?:[^"\\]|\\.|[^"])*"$`,
  String.raw`^"(?:\\?[^"])*"$`,
  '^(?:a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w|x|y|z|[x-z])*$',
  // Only after a prefix, or in one of several alternatives
  '^abc[0-9]{3}(?:z+|[yz])*$',
  '^(?:x|xx)+y|^ok$',
  // Counters
  '^(a?){30}a{30}$',
  '(?:a?){30}a{30}',
  '^(?:a|a){40}$',
  `^${'a{0,64}'.repeat(12)}$`,
  `^${'a{0,4}'.repeat(12)}$`,
  '^(?:(?:a|a){5}){8}$',
  '^(?:(?=a)|(?=a)){40}b',
  '^(a{1,50}){1,50}$',
  '^(?:(?:a?){5}){5}(?:a?){5}$',
  '^(?:a+){2,}$',
  '^(?:a{2,3})+$',
  String.raw`^(\d{12}|\d{16})*$`,
  `^${'a?'.repeat(30)}${'a'.repeat(30)}$`,
  `^${'(?:a|a)'.repeat(30)}$`,
  // Beyond ASCII
  String.raw`^(\p{L}+)+$`,
  String.raw`^(\p{L}|\p{Lu})*$`,
  String.raw`^(\p{Cs}|\ud800)*$`,
  String.raw`^(\u{61}|\x61)*$`,
  String.raw`^(?:😀|\u{1F600})+$`,
  // Assertions and backreferences
  '^(?=(a+)+$)a',
  '^(?!(a+)+$)a',
  '(?<=!(a+)+)b',
  '^(?:(?=a)a+)+$',
  '^(?:a(?!b)|a)+$',
  String.raw`^(a*)*\1$`,
  String.raw`^(?<n>a|a)+\k<n>!$`,
  String.raw`(b)(?:a+)+\1`,
  // Without the u flag
  String.raw`^(\_+)+$`,
])('%s is exponential', (source) => {
  expect(patternRisk(source)).toBe('exponential');
});

test.each([
  ['(a+)+', 'a match of the first iteration is never undone'],
  ['^(?:a+b?)*', 'the empty match is always left'],
  ['(?:.*)*', 'anything matches'],
])('%s is linear: %s', (source) => {
  expect(patternRisk(source)).toBe('linear');
});

test.each([
  ['no regular expression', '('],
  ['modifiers', '^(?i:a|A)+$'],
  ['more backreferences than can be written out', `(a)${groupsThatDouble(20)}*$`],
  ['deep nesting', `${'('.repeat(20_000)}a${')*'.repeat(20_000)}`],
  ['thousands of loops', `^${'a*'.repeat(3_000)}$`],
  ['thousands of alternatives in a loop', `^(?:${words(5_000).join('|')})*$`],
])('%s is unknown', (_, source) => {
  expect(patternRisk(source)).toBe('unknown');
});

function groupsThatDouble(count: number): string {
  return Array.from({ length: count }, (_, index) => `(\\${index + 1}\\${index + 1})`).join('');
}

function words(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `a${index.toString(36)}`);
}

test.each([
  ['a long list', `^(?:${words(5_000).join('|')})$`],
  ['a long text', `^${'abcdefghij'.repeat(1_000)}+$`],
  ['large counters', '^(?:ab){100000}a{0,100000}$'],
])('%s is no risk', (_, source) => {
  expect(patternRisk(source)).toBe('linear');
});

const literal = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 }).map(escape);

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

test('a text, and a loop of it between other text, is linear', () => {
  fc.assert(
    fc.property(literal, (text) => {
      expect(patternRisk(text)).toBe('linear');
      expect(patternRisk(`^(?:${text}é)*$`)).toBe('linear');
    }),
  );
});

test('a loop in a loop and a choice between equals in a loop are exponential, whatever they repeat', () => {
  fc.assert(
    fc.property(literal, literal, (text, prefix) => {
      expect(patternRisk(`^${prefix}(?:(?:${text})+)+$`)).toBe('exponential');
      expect(patternRisk(`${prefix}(?:${text}|${text})*é`)).toBe('exponential');
    }),
  );
});

test('any text gets a verdict', () => {
  const hostile = fc
    .array(
      // prettier-ignore
      fc.constantFrom(
        '(', ')', '(?:', '(?=', '(?<!', '(?<n>', '|', '*', '+', '?', '{2}', '{0,9}', '{3,}',
        '[', ']', '^', '$', '.', '-', 'a', 'b', '\\', '\\1', '\\k<n>', '\\b', '\\w', '\\p{L}',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (source) => {
      expect(patternRisk(source)).toBeOneOf(['linear', 'polynomial', 'exponential', 'unknown']);
    }),
  );
});
