import { listChangeIds } from '@apipin/codegen';
import { diffModels, type Change } from '@apipin/openapi-diff';
import type { ApiModel } from '@apipin/openapi-model';
import { oneLine } from './one-line.ts';

/** A change between two versions that is to have a rule. */
export interface MissingRule {
  /** The id of the change, as the compatibility package has it. */
  readonly change: string;
  /** What changed, in a few words on one line. */
  readonly what: string;
  /** Rules of `@apipin/compat-runtime` that may do; none where it has to be one of your own. */
  readonly candidates: readonly string[];
}

/** What a pair of versions leaves to be done by hand. */
export interface PairWork {
  /** In the order of their ids. */
  readonly missing: readonly MissingRule[];
  /** The operationIds that one version alone has: nothing maps these. */
  readonly lone: { readonly old: readonly string[]; readonly current: readonly string[] };
}

/**
 * Finds out what is to be done by hand for the versions of a pair to map to each other.
 *
 * @throws IncomparableSpecsError where no rule could map a difference.
 */
export function comparePair(old: ApiModel, current: ApiModel, today: Date): PairWork {
  return {
    missing: listMissingRules(old, current, today),
    lone: { old: loneIn(old, current), current: loneIn(current, old) },
  };
}

function loneIn({ operations }: ApiModel, other: ApiModel): string[] {
  const others = new Set(other.operations.map(({ operationId }) => operationId));
  return operations.map(({ operationId }) => operationId).filter((id) => !others.has(id));
}

function listMissingRules(old: ApiModel, current: ApiModel, today: Date): MissingRule[] {
  // The ids decide what is missing; the comparison has the words for it, as far as it calls the place the same.
  const ids = listChangeIds(old, current);
  const changes = diffModels(old, current, { today }).changes.filter(
    ({ level }) => level !== 'docs',
  );
  const byId = Map.groupBy(changes, changeIdOf);
  return ids.map((id) => {
    const found = byId.get(id);
    return found === undefined ? describeWhole(id, changes) : describePlace(id, found);
  });
}

function describePlace(change: string, found: readonly Change[]): MissingRule {
  const [first = [], ...others] = found.map(candidatesFor);
  return {
    change,
    what: sentenceOf(found.map(predicateOf)),
    candidates: first.filter((name) => others.every((names) => names.includes(name))),
  };
}

/** A value that is mapped as a whole, since it is not alike but for its parts: what changed is inside. */
function describeWhole(change: string, changes: readonly Change[]): MissingRule {
  const otherWay = change.endsWith('.requestBody') ? 'response' : 'request';
  const inside = changes.filter(
    (each) =>
      changeIdOf(each).startsWith(change) ||
      (each.area === 'schema' &&
        each.direction !== otherWay &&
        each.operations.some(({ operationId }) => change.startsWith(`${operationId}.`))),
  );
  const words = inside.map((each) => `${each.subject} ${predicateOf(each)}`);
  return { change, what: sentenceOf(['differs', ...words]), candidates: [] };
}

/** What the comparison says of its subject. */
function predicateOf({ subject, message }: Change): string {
  return message.slice(subject.length + ': '.length);
}

/** What the compatibility package calls a change that the comparison found. */
function changeIdOf({ rule, subject }: Change): string {
  if (rule.startsWith('security-')) return `${subject.split(' ')[0]}.security`;
  return subject
    .replace(' request body', '.requestBody')
    .replace(' header ', '.headers.')
    .replaceAll(' ', '.');
}

/** Which ready-made rules fit the types of a change, by the end of what kind of change it is. */
const CANDIDATES: readonly (readonly [end: RegExp, rules: readonly string[]])[] = [
  [/^security-/, ['forward']],
  [/^response-header-/, ['forward']],
  [/-became-enum$/, ['narrowToEnum', 'refuseNonMembers']],
  [/-added-optional$/, ['keepAdded', 'leaveOutAdded']],
  [/-removed-optional$/, ['forward']],
  [/-became-optional$/, ['relaxPresence']],
];

function candidatesFor({ rule, source }: Change): readonly string[] {
  const [, rules] = CANDIDATES.find(([end]) => end.test(rule)) ?? [];
  // Values that no type tells apart are for the receiver to judge.
  return rules ?? (source === 'none' ? ['forward'] : []);
}

const LONGEST = 160;

function sentenceOf(words: readonly string[]): string {
  const line = oneLine([...new Set(words)].join('; '));
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}...` : line;
}
