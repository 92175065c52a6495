import type { Lossy, Refused } from './outcome.ts';

/** What a rule has admitted about one value. */
export interface Finding {
  /** RFC 6901 pointer to the value, from the value that is being mapped; grows as functions return. */
  pointer: string;
  readonly change: string;
  readonly was: unknown;
  readonly outcome: Lossy<unknown> | Refused;
}

/** Puts `prefix` in front of the pointer of each finding from the index `start` on. */
export function locateFindings(findings: readonly Finding[], start: number, prefix: string): void {
  for (let index = start; index < findings.length; index += 1) {
    const finding = findings[index] as Finding;
    finding.pointer = prefix + finding.pointer;
  }
}
