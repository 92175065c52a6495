import type { Area, ChangeDirection, Verdict } from '../change.ts';
import type { Effect } from './effect.ts';

/** How sure it is that a change breaks: certainly, possibly, not at all; `docs` says nothing to machines. */
export type Severity = 'error' | 'warning' | 'info' | 'docs';

/**
 * What a change does to the generated types, where that is not what it does to the wire: `adds` and `removes` a name
 * that code can mention, or is `unseen`, since types do not say it.
 */
export type TypeEffect = Effect | 'adds' | 'removes' | 'unseen';

/** A kind of change: where, of what, how, and what that means. */
export interface Rule {
  /** `<place>-<kind>-<action>`, kebab-case. */
  readonly id: string;
  /** What it is about, such as `max-length`. */
  readonly kind: string;
  /** What was done to it, such as `increased`. */
  readonly action: Action;
  readonly area: Area;
  readonly direction: ChangeDirection;
  /**
   * Who suffers from less: in requests the client sends the values, in responses it takes them. What a client selects
   * in a response (a status, a media type, a header) it relies on as in a request.
   */
  readonly polarity: 'request' | 'response';
  readonly effect: Effect;
  readonly severity: Severity;
  readonly wire: Verdict;
  readonly source: Verdict;
}

/** Each action and its opposite. */
export const OPPOSITES = {
  added: 'removed',
  removed: 'added',
  'added-required': 'removed-required',
  'removed-required': 'added-required',
  'added-optional': 'removed-optional',
  'removed-optional': 'added-optional',
  'became-required': 'became-optional',
  'became-optional': 'became-required',
  'became-nullable': 'became-not-nullable',
  'became-not-nullable': 'became-nullable',
  'became-enum': 'became-not-enum',
  'became-not-enum': 'became-enum',
  'value-added': 'value-removed',
  'value-removed': 'value-added',
  set: 'unset',
  unset: 'set',
  increased: 'decreased',
  decreased: 'increased',
  generalized: 'specialized',
  specialized: 'generalized',
  wrapped: 'unwrapped',
  unwrapped: 'wrapped',
  changed: 'changed',
  renamed: 'renamed',
  'set-earlier': 'set-later',
  'set-later': 'set-earlier',
} as const;

export type Action = keyof typeof OPPOSITES;

/** What an {@link Effect} means on the wire, by who suffers from less. */
export function severityOf(effect: Effect, polarity: 'request' | 'response'): Severity {
  switch (effect) {
    case 'none':
      return 'info';
    case 'unknown':
      return 'warning';
    case 'incomparable':
      return 'error';
    case 'narrows':
      return polarity === 'request' ? 'error' : 'info';
    case 'widens':
      return polarity === 'request' ? 'info' : 'error';
  }
}

/** What a {@link TypeEffect} means to code that compiled, by whether it writes or reads values of the type. */
export function sourceVerdict(effect: TypeEffect, polarity: 'request' | 'response'): Verdict {
  switch (effect) {
    case 'unseen':
      return 'none';
    case 'none':
    case 'adds':
      return 'compatible';
    case 'removes':
    case 'unknown':
    case 'incomparable':
      return 'breaking';
    case 'narrows':
      return polarity === 'request' ? 'breaking' : 'compatible';
    case 'widens':
      return polarity === 'request' ? 'compatible' : 'breaking';
  }
}

/** What a {@link Severity} means to traffic. */
export function wireVerdict(severity: Severity): Verdict {
  if (severity === 'docs') return 'none';
  return severity === 'error' ? 'breaking' : 'compatible';
}
