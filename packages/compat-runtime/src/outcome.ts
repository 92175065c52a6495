import type { Severity } from './loss.ts';

/** What a rule returns where the other version holds something else in place of the value. */
export class Lossy<Value> {
  readonly value: Value;
  readonly severity: Severity;

  constructor(value: Value, severity: Severity) {
    this.value = value;
    this.severity = severity;
  }
}

/** What a rule returns where the other version can hold nothing that would be faithful to the value. */
export class Refused {
  /** Why, and what to do: two clauses of a sentence. */
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** Hands on a fallback, or `undefined` to leave the value out, and admits the loss. */
export function lose<Value>(value: Value, severity: Severity): Lossy<Value> {
  return new Lossy(value, severity);
}

/**
 * Refuses a value: nothing is sent, or the answer is not handed on.
 *
 * @param reason - Why, and what to do, as two clauses of a sentence.
 */
export function refuse(reason: string): Refused {
  return new Refused(reason);
}
