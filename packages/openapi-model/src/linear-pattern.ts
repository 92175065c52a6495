import { type AST, RegExpParser } from '@eslint-community/regexpp';

/**
 * A step of a program that matches text in time proportional to its length, by being in all places at once.
 *
 * - `{ character }`: the next character matches this regular expression.
 * - `{ assertion }`: `^`, `$`, `\b` or `\B` holds here.
 * - one number: go on at that step; two numbers: at both.
 *
 * What runs past the last step has matched.
 */
export type LinearStep =
  | { readonly character: string }
  | { readonly assertion: Assertion }
  | readonly [next: number]
  | readonly [one: number, other: number];

export type Assertion = '^' | '$' | '\\b' | '\\B';

/** A regular expression as a program. */
export interface LinearProgram {
  readonly steps: readonly LinearStep[];
  /** Whether characters are code points, as under the `u` flag, and not code units. */
  readonly isUnicode: boolean;
}

/** Counters are written out, and could make a program of any size. */
const MOST_STEPS = 5_000;

/**
 * Compiles a regular expression to a program that accepts the same texts, whatever it costs to backtrack; `undefined`
 * for what no such program can do (lookarounds, backreferences), and for what would be too large.
 *
 * @see https://swtch.com/~rsc/regexp/regexp2.html Thompson's construction, as Pike's virtual machine runs it
 */
export function compileLinearly(source: string): LinearProgram | undefined {
  try {
    const { pattern, isUnicode } = parsePattern(source);
    const steps: LinearStep[] = [];
    emitChoice(pattern.alternatives, steps);
    return { steps, isUnicode };
  } catch {
    return undefined;
  }
}

function parsePattern(source: string): { pattern: AST.Pattern; isUnicode: boolean } {
  const parser = new RegExpParser();
  const parse = (unicode: boolean): AST.Pattern =>
    parser.parsePattern(source, 0, source.length, { unicode });
  try {
    return { pattern: parse(true), isUnicode: true };
  } catch {
    return { pattern: parse(false), isUnicode: false };
  }
}

function emitChoice(alternatives: readonly AST.Alternative[], steps: LinearStep[]): void {
  const ends: number[] = [];
  for (const [index, { elements }] of alternatives.entries()) {
    const isLast = index === alternatives.length - 1;
    const fork = isLast ? undefined : reserve(steps);
    for (const element of elements) emitElement(element, steps);
    if (fork === undefined) break;
    ends.push(reserve(steps));
    steps[fork] = [fork + 1, steps.length];
  }
  for (const end of ends) steps[end] = [steps.length];
}

function emitElement(element: AST.Element, steps: LinearStep[]): void {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      if (element.type === 'Group' && element.modifiers !== null) throw new NotLinearError();
      emitChoice(element.alternatives, steps);
      break;
    case 'Quantifier':
      emitQuantifier(element, steps);
      break;
    case 'Assertion':
      push(steps, { assertion: assertionOf(element) });
      break;
    case 'Character':
    case 'CharacterClass':
    case 'CharacterSet':
      push(steps, { character: element.raw });
      break;
    default:
      throw new NotLinearError();
  }
}

/** Greedy or not: the order of attempts decides what is matched, not whether something is. */
function emitQuantifier({ min, max, element }: AST.Quantifier, steps: LinearStep[]): void {
  for (let copy = 0; copy < min; copy += 1) {
    const before = steps.length;
    emitElement(element, steps);
    // What matches nothing does so any number of times.
    if (steps.length === before) return;
  }
  if (max === Number.POSITIVE_INFINITY) {
    const fork = reserve(steps);
    emitElement(element, steps);
    push(steps, [fork]);
    steps[fork] = [fork + 1, steps.length];
    return;
  }
  const forks: number[] = [];
  for (let copy = min; copy < max; copy += 1) {
    forks.push(reserve(steps));
    emitElement(element, steps);
  }
  for (const fork of forks) steps[fork] = [fork + 1, steps.length];
}

function assertionOf(assertion: AST.Assertion): Assertion {
  switch (assertion.kind) {
    case 'start':
      return '^';
    case 'end':
      return '$';
    case 'word':
      return assertion.negate ? '\\B' : '\\b';
    default:
      throw new NotLinearError();
  }
}

/** Takes the place of a step whose targets are not known yet. */
function reserve(steps: LinearStep[]): number {
  push(steps, [steps.length + 1]);
  return steps.length - 1;
}

function push(steps: LinearStep[], step: LinearStep): void {
  if (steps.length >= MOST_STEPS) throw new NotLinearError();
  steps.push(step);
}

class NotLinearError extends Error {
  override readonly name = 'NotLinearError';
}
