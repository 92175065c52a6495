import type { JsonValue } from '@apipin/openapi-model';
import { without } from './compare/compare-values.ts';
import type { Finding } from './finding.ts';
import type { Action, Rule } from './rules/rule.ts';

/** Says in one sentence what changed. */
export function describeChange({ subject, before, after }: Finding, rule: Rule): string {
  const said = [`${subject}:`, wordsOf(rule.kind), predicateOf(rule, before, after)];
  return said.filter((part) => part !== '').join(' ');
}

function predicateOf(
  { kind, action }: Rule,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): string {
  const phrase = PHRASES[action];
  // Wordings are long, and their ends are what differs.
  if (kind === 'text') return phrase('', '');
  // Of two lists, what only one of them has.
  if (Array.isArray(before) && Array.isArray(after)) {
    return phrase(text(without(before, after)), text(without(after, before)));
  }
  return phrase(text(before), text(after));
}

function wordsOf(kind: string): string {
  return Object.hasOwn(WORDS, kind) ? (WORDS[kind] as string) : kind.replaceAll('-', ' ');
}

/** Kinds whose keyword reads better than their id. */
const WORDS: Readonly<Record<string, string>> = {
  min: 'minimum',
  max: 'maximum',
  'min-length': 'minLength',
  'max-length': 'maxLength',
  'min-items': 'minItems',
  'max-items': 'maxItems',
  'min-properties': 'minProperties',
  'max-properties': 'maxProperties',
  'min-contains': 'minContains',
  'max-contains': 'maxContains',
  'multiple-of': 'multipleOf',
  'unique-items': 'uniqueItems',
  'additional-properties': 'additionalProperties',
  'property-names': 'propertyNames',
  'dependent-required': 'dependentRequired',
  'number-type': 'type',
  'all-of': 'allOf',
  'any-of': 'anyOf',
  'one-of': 'oneOf',
  'read-only': 'readOnly',
  'write-only': 'writeOnly',
  id: 'operationId',
  success: 'response',
  'non-success': 'error response',
  requirement: 'security requirement',
  lifetime: 'sunset',
  announced: '',
  text: 'wording',
};

type Phrase = (before: string, after: string) => string;

const fromTo: Phrase = (before, after) =>
  before === '' || after === '' ? '' : ` from ${before} to ${after}`;
const named = (value: string): string => (value === '' ? '' : ` ${value}`);

const PHRASES: Readonly<Record<Action, Phrase>> = {
  added: (_, after) => `was added${named(after)}`,
  removed: (before) => `was removed${named(before)}`,
  'added-required': () => 'was added and is required',
  'removed-required': () => 'was removed; it was required',
  'added-optional': () => 'was added and is optional',
  'removed-optional': () => 'was removed; it was optional',
  'became-required': () => 'became required',
  'became-optional': () => 'became optional',
  'became-nullable': () => 'may be null now',
  'became-not-nullable': () => 'may not be null any more',
  'became-enum': (_, after) => `takes listed values only:${named(after)}`,
  'became-not-enum': (before) => `takes more than the listed values${named(before)}`,
  'value-added': (_, after) => `has new values:${named(after)}`,
  'value-removed': (before) => `lost values:${named(before)}`,
  set: (_, after) => `was set${after === '' || after === 'true' ? '' : ` to ${after}`}`,
  unset: (before) => `was unset${before === '' || before === 'true' ? '' : `; it was ${before}`}`,
  increased: (before, after) => `went up${fromTo(before, after)}`,
  decreased: (before, after) => `went down${fromTo(before, after)}`,
  generalized: (before, after) => `accepts more${fromTo(before, after)}`,
  specialized: (before, after) => `accepts less${fromTo(before, after)}`,
  wrapped: () => 'offers other ways beside the one there was',
  unwrapped: () => 'offers one of the ways there were',
  changed: (before, after) => `changed${fromTo(before, after)}`,
  renamed: (_, after) => `was renamed${after === '' ? '' : ` to ${after}`}`,
  'set-earlier': (before, after) => `was moved closer${fromTo(before, after)}`,
  'set-later': (before, after) => `was put off${fromTo(before, after)}`,
};

const LONGEST = 120;

function text(value: JsonValue | undefined): string {
  if (value === undefined) return '';
  const words = (Array.isArray(value) ? value : [value]).map(word).join(', ');
  const line = words.replaceAll(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function word(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
