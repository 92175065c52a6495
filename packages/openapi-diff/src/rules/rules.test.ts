import { expect, test } from 'vitest';
import {
  UNLIKE_DIRECTIONS,
  UNLIKE_OPPOSITES,
  type Asymmetry,
} from '../../test/rule-asymmetries.ts';
import { inverseEffect } from './effect.ts';
import { OPERATION_RULES } from './operation-rules.ts';
import { OPPOSITES, severityOf, type Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { SCHEMA_RULES } from './schema-rules.ts';
import { WAIVERS } from './waivers.ts';

const rules = [...OPERATION_RULES, ...SCHEMA_RULES];

/** Places of requests, and the places of responses that stand for them. */
const MIRRORED: readonly (readonly [request: string, response: string])[] = [
  ['request-body', 'response-body'],
  ['request-property', 'response-property'],
  ['request-parameter', 'response-header'],
  ['request-parameter-property', 'response-header-property'],
];

test('each rule has an id of its own, in kebab case', () => {
  expect(RULES.size).toBe(rules.length);
  for (const { id } of rules) expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
});

test('each rule has an opposite that undoes what it does, unless it is meant not to', () => {
  const unlike = rules.filter((rule) => {
    const opposite = RULES.get(idOf(placeOf(rule), rule.kind, OPPOSITES[rule.action]));
    return opposite?.effect !== inverseEffect(rule.effect);
  });
  expectMeant(unlike, UNLIKE_OPPOSITES);
});

test('requests and responses have the same rules, unless they are meant not to', () => {
  const unlike = rules
    .filter(({ direction }) => direction !== 'both')
    .filter((rule) => {
      const place = mirrorOf(placeOf(rule));
      const mirror = place === undefined ? undefined : idOf(place, rule.kind, rule.action);
      return RULES.get(mirror ?? '')?.effect !== rule.effect;
    });
  expectMeant(unlike, UNLIKE_DIRECTIONS);
});

test('a rule is as severe as its effect and its direction say, unless it is waived', () => {
  for (const { id, effect, polarity, severity } of rules) {
    const lawful = severity === 'docs' ? 'docs' : severityOf(effect, polarity);
    if (!Object.hasOwn(WAIVERS, id)) expect(severity, id).toBe(lawful);
  }
});

test('a waiver names a rule, changes its severity and says why', () => {
  for (const [id, { severity, reason }] of Object.entries(WAIVERS)) {
    const rule = RULES.get(id);
    expect(rule, id).toBeDefined();
    expect(rule?.severity, id).toBe(severity);
    expect(rule && severityOf(rule.effect, rule.polarity), id).not.toBe(severity);
    expect(reason.length, id).toBeGreaterThan(30);
  }
});

function expectMeant(unlike: readonly Rule[], meant: readonly Asymmetry[]): void {
  const ids = unlike.map(({ id }) => id);
  expect(ids.filter((id) => !meant.some((each) => each.rules.test(id)))).toEqual([]);
  expect(meant.filter((each) => !ids.some((id) => each.rules.test(id)))).toEqual([]);
}

function placeOf({ id, kind, action }: Rule): string {
  return id.slice(0, -idOf('', kind, action).length - 1);
}

function idOf(place: string, kind: string, action: string): string {
  return [place, kind, action].filter((part) => part !== '').join('-');
}

function mirrorOf(place: string): string | undefined {
  const pair = MIRRORED.find((each) => each.includes(place));
  return pair?.find((each) => each !== place);
}
