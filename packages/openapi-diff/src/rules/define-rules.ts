import type { Area, ChangeDirection } from '../change.ts';
import type { Effect } from './effect.ts';
import {
  severityOf,
  sourceVerdict,
  wireVerdict,
  type Action,
  type Rule,
  type Severity,
  type TypeEffect,
} from './rule.ts';
import { WAIVERS } from './waivers.ts';

/** Where changes happen, as the first words of their rules' ids. */
export interface Place {
  readonly id: string;
  readonly area: Area;
  readonly direction: ChangeDirection;
  readonly polarity: Rule['polarity'];
}

/** What a change does, and to types where that is something else; `docs` where it only says something else. */
export interface ActionMeaning {
  readonly effect: Effect;
  readonly types?: TypeEffect;
  readonly isDocs?: true;
}

/** What can happen to a kind of thing. */
export type Meanings = Readonly<Partial<Record<Action, ActionMeaning>>>;

/** The rules of one kind of thing at one place. */
export function defineRules(place: Place, kind: string, meanings: Meanings): Rule[] {
  return Object.entries(meanings).map(([action, meaning]) =>
    defineRule(place, kind, action as Action, meaning),
  );
}

function defineRule(place: Place, kind: string, action: Action, meaning: ActionMeaning): Rule {
  const { area, direction, polarity } = place;
  const { effect, types = effect, isDocs = false } = meaning;
  const id = [place.id, kind, action].filter((part) => part !== '').join('-');
  const lawful: Severity = isDocs ? 'docs' : severityOf(effect, polarity);
  const severity = Object.hasOwn(WAIVERS, id) ? (WAIVERS[id]?.severity ?? lawful) : lawful;
  return {
    id,
    kind,
    action,
    area,
    direction,
    polarity,
    effect,
    severity,
    wire: wireVerdict(severity),
    source: isDocs ? 'none' : sourceVerdict(types, polarity),
  };
}
