import { compileLinearly } from '@apipin/openapi-model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linearPattern, type LinearStep } from '../runtime/values/linear-pattern.ts';
import { accepts, documentOf, specOf, validatorsOf } from './generate-from.ts';
import { typeErrors } from './compile.ts';
import { emitValidators } from '../src/generate.ts';

/** What generated code does, without generating it. */
function matcherOf(source: string): { test(text: string): boolean } | undefined {
  const program = compileLinearly(source);
  if (program === undefined) return undefined;
  const steps = program.steps.map((step): LinearStep => {
    if (Array.isArray(step)) return step as readonly number[];
    const parts = step as { character: string } | { assertion: '^' | '$' | '\\b' | '\\B' };
    return 'character' in parts
      ? new RegExp(parts.character, program.isUnicode ? 'u' : '')
      : parts.assertion;
  });
  return linearPattern(steps, program.isUnicode);
}

const atom = fc.constantFrom(
  'a',
  'b',
  '.',
  '\\w',
  '[^a]',
  '[b-y]',
  '\\d',
  '😀',
  '\\p{L}',
  '^',
  '$',
  '\\b',
  '\\B',
  '\\/',
);
const counter = fc.constantFrom('', '*', '+', '?', '{2}', '{0,2}', '{1,}', '*?', '{0}');
const pattern = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc
    .array(
      fc.array(
        fc.oneof(
          { depthSize: 'small' },
          fc
            .tuple(atom, counter)
            .map(([one, times]) => one + (/^(\^|\$|\\[bB])$/.test(one) ? '' : times)),
          fc.tuple(tie('pattern'), counter).map(([inner, times]) => `(?:${inner})${times}`),
        ),
        { maxLength: 3 },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((alternatives) => alternatives.map((parts) => parts.join('')).join('|')),
})).pattern;
const text = fc.string({
  unit: fc.constantFrom('a', 'b', '0', ' ', '\n', '😀', '/'),
  maxLength: 8,
});

test('a program matches what the regular expression matches', () => {
  fc.assert(
    fc.property(pattern, fc.array(text, { minLength: 5 }), (source, texts) => {
      const matcher = matcherOf(source);
      const expected = new RegExp(source, 'u');
      // V8 also looks for a match in the middle of a code point, where `\\B` holds.
      const usable = texts.filter((one) => !(source.includes('\\B') && one.includes('😀')));
      for (const one of usable) expect(matcher?.test(one), one).toBe(expected.test(one));
    }),
    { numRuns: 1000, seed: 20261122 },
  );
});

test.each(['(?=a)a', '(?<!a)b', '(a)\\1', '(?<x>a)\\k<x>', '(?i:a)', 'a{6000}', '('])(
  '%s is not for a program',
  (source) => {
    expect(compileLinearly(source)).toBeUndefined();
  },
);

test('an empty part repeated a billion times takes no time', () => {
  expect(matcherOf('(?:){999999999}a')?.test('a')).toBe(true);
});

test('without the u flag, characters are code units', () => {
  expect(matcherOf('^\\-(?:.|.)+$')?.test('-😀')).toBe(true);
  expect(matcherOf('^\\-..$')?.test('-😀')).toBe(new RegExp('^-..$').test('-😀'));
});

const ATTACK = `${'a'.repeat(5_000)}!`;
const SLOW = {
  Text: { type: 'string', pattern: '^(a+)+$' },
  Names: { patternProperties: { '^(a|a)*$': { type: 'number' } }, additionalProperties: false },
  Rest: { patternProperties: { '^(a|a)*$': true }, unevaluatedProperties: false },
};

test('patterns that could backtrack for ever are compiled to what cannot', async () => {
  const spec = specOf(documentOf(SLOW));
  const { Text, Names, Rest } = await validatorsOf(spec);
  expect(accepts(Text, 'aaa')).toBe(true);
  expect(accepts(Text, ATTACK)).toBe(false);
  expect(Text?.schema.safeParse('b').error?.issues).toMatchObject([
    { code: 'invalid_format', format: 'regex', pattern: '^(a+)+$', path: [] },
  ]);
  expect(accepts(Names, { aa: 1 })).toBe(true);
  expect(accepts(Names, { aa: 'one' })).toBe(false);
  expect(accepts(Names, { [ATTACK]: 1 })).toBe(false);
  expect(accepts(Rest, { aa: 1 })).toBe(true);
  expect(accepts(Rest, { [ATTACK]: 1 })).toBe(false);
  expect(await typeErrors(emitValidators(spec.model))).toEqual([]);
});

test('what is neither quick nor a program is refused, until it is allowed', async () => {
  const root = documentOf({ Text: { type: 'string', pattern: '^(?=(a+)+$)' } });
  expect(() => specOf(root)).toThrow('pattern-exponential');
  const { Text } = await validatorsOf(specOf(root, ['pattern-exponential']));
  expect(accepts(Text, 'aaa')).toBe(true);
});
