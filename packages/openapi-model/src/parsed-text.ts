import type { Severity } from './diagnostic.ts';
import type { JsonValue } from './json.ts';
import { NO_CHILDREN, type Position } from './source-position.ts';

/** How deep arrays and objects may stand in each other, so that recursion over a document is safe. */
export const MAX_DEPTH = 500;

/** A text with thousands of mistakes is something else altogether, and nobody reads thousands of messages. */
export const MAX_PROBLEMS = 100;

/** What a parser made of a text. `value` is only meaningful where no problem is an error. */
export interface ParsedText {
  readonly value: JsonValue;
  readonly problems: readonly ParseProblem[];
  /** Where the values stand; for a parser that does not know yet, the work is done in this call. */
  readonly position: () => Position;
}

/** Something wrong at one place of a text. */
export interface ParseProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly offset: number;
  /** RFC 6901 pointer to the value concerned; the root where the text has no structure yet. */
  readonly pointer: string;
  readonly message: string;
}

/** A text of which nothing but `problem` can be said. */
export function failedText(problem: Omit<ParseProblem, 'severity' | 'pointer'>): ParsedText {
  return {
    value: null,
    problems: [{ ...problem, severity: 'error', pointer: '' }],
    position: () => ({ offset: 0, children: NO_CHILDREN }),
  };
}

/** The problem of a text that goes deeper than {@link MAX_DEPTH} at `offset`. */
export function tooDeep(offset: number): ParsedText {
  return failedText({ code: 'too-deep', offset, message: TOO_DEEP });
}

/** What to say about values deeper than {@link MAX_DEPTH}. */
export const TOO_DEEP = `values stand more than ${MAX_DEPTH} levels deep; flatten the document`;
