import { Ajv } from 'ajv';
import { default as formats } from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AJV_MISTAKES } from './formats/ajv-mistakes.ts';
import { EXAMPLES } from './formats/examples.ts';
import { HOSTILE } from './formats/hostile.ts';

describe.each(Object.entries(EXAMPLES))('%s', (_format, { isValid, accepted, refused }) => {
  test.each(accepted)('accepts %j', (text) => {
    expect(isValid(text)).toBe(true);
  });

  test.each(refused)('refuses %j', (text) => {
    expect(isValid(text)).toBe(false);
  });

  test('takes linear time', () => {
    const slow = HOSTILE.filter((text) => {
      const start = performance.now();
      isValid(text);
      // Linear are some milliseconds, quadratic several seconds.
      return performance.now() - start > 2_000;
    });
    expect(slow.map((text) => text.slice(0, 40))).toEqual([]);
  });
});

/** Formats that allow for any text, in places. */
const FREE_TEXT = ['json-pointer', 'relative-json-pointer', 'regex'];

/** Formats that allow for characters beyond ASCII. */
const UNICODE = [...FREE_TEXT, 'idn-email', 'idn-hostname', 'iri', 'iri-reference', 'uri-template'];

describe.each(formatsOtherThan(FREE_TEXT))('%s', (_format, { isValid, accepted }) => {
  test.each(['\n', '\r\n', '\x7F', '\0', ' ', '\t', '\uD800'])('refuses %j around it', (text) => {
    expect(accepted.filter((valid) => isValid(valid + text))).toEqual([]);
    expect(accepted.filter((valid) => isValid(text + valid))).toEqual([]);
  });
});

describe.each(formatsOtherThan(UNICODE))('%s', (_format, { isValid, accepted }) => {
  test('refuses digits beyond ASCII', () => {
    const withDigits = accepted.filter((valid) => /\d/.test(valid));
    expect(withDigits.length).toBeGreaterThan(0);
    expect(withDigits.filter((valid) => isValid(valid.replace(/\d/, '২')))).toEqual([]);
    expect(withDigits.filter((valid) => isValid(valid.replace(/\d(?!.*\d)/, '\u{1D7D0}')))).toEqual(
      [],
    );
  });
});

describe('beside ajv-formats', () => {
  const ajv = formats.default(new Ajv());
  const compile = (format: string) => ajv.compile<string>({ type: 'string', format });

  test.each(Object.entries(EXAMPLES).filter(([format]) => ajv.formats[format] !== undefined))(
    '%s is the same but for its mistakes',
    (format, { isValid, accepted, refused }) => {
      const isValidToAjv = compile(format);
      const mistakes = AJV_MISTAKES.filter((mistake) => mistake.formats.includes(format));
      const property = fc.property(similarTo([...accepted, ...refused]), (text) => {
        fc.pre(!mistakes.some((mistake) => mistake.concerns(text)));
        expect(isValid(text)).toBe(isValidToAjv(text));
      });
      fc.assert(property, { numRuns: 2_000 });
    },
  );

  test.each(AJV_MISTAKES)('$formats: it $what', ({ formats: [format = ''], example, concerns }) => {
    expect(concerns(example)).toBe(true);
    expect(compile(format)(example)).toBe(!EXAMPLES[format]?.isValid(example));
  });
});

function formatsOtherThan(names: readonly string[]) {
  return Object.entries(EXAMPLES).filter(([format]) => !names.includes(format));
}

/** Each example with a few pieces taken out of it and put into it. */
function similarTo(examples: readonly string[]): fc.Arbitrary<string> {
  const characters = [...new Set(examples.join('') + '01aZ-.:/%\u00E9\n\0')];
  const edit = fc.record({
    at: fc.nat({ max: 40 }),
    removed: fc.nat({ max: 2 }),
    added: fc.string({ unit: fc.constantFrom(...characters), maxLength: 2 }),
  });
  return fc
    .tuple(fc.constantFrom(...examples), fc.array(edit, { maxLength: 3 }))
    .map(([example, edits]) =>
      edits.reduce(
        (text, { at, removed, added }) => text.slice(0, at) + added + text.slice(at + removed),
        example,
      ),
    );
}
