import { stringifyExact } from '../exact-json.ts';
import type { JsonValue } from '../exact-json.ts';
import type { Part } from '../loss.ts';
import type { Issue } from '../standard-schema.ts';

const longestQuote = 80;

/** A value as a message shows it: JSON, so control characters are escaped, and cut when long. */
export function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  const json = stringifyExact(value as JsonValue);
  return json.length > longestQuote ? `${json.slice(0, longestQuote)}…` : json;
}

/** Whether a call that failed in this part has had an effect. */
export function afterwards(part: Part | 'parameters'): string {
  return part.startsWith('response')
    ? 'The upstream has already answered: do not repeat the call blindly.'
    : 'Nothing was sent.';
}

const mostIssues = 5;

/** What is wrong with a value, and where; messages of validators do not repeat the value. */
export function listIssues(issues: readonly Issue[]): string {
  const told = issues
    .slice(0, mostIssues)
    .map(({ pointer, message }) => `${pointer || 'all of it'}: ${message}`);
  const rest = issues.length - told.length;
  return told.join('; ') + (rest > 0 ? `; and ${rest} more` : '');
}
