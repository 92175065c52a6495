import { stringifyExact } from '../exact-json.ts';
import type { JsonValue } from '../exact-json.ts';
import type { Part } from '../loss.ts';

const longestQuote = 80;

/** A value as a message shows it: JSON, so control characters are escaped, and cut when long. */
export function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  const json = stringifyExact(value as JsonValue);
  return json.length > longestQuote ? `${json.slice(0, longestQuote)}…` : json;
}

/** Whether a call that failed in this part has had an effect. */
export function afterwards(part: Part): string {
  return part === 'response body'
    ? 'The upstream has already answered: do not repeat the call blindly.'
    : 'Nothing was sent.';
}
