import type { AST } from '@eslint-community/regexpp';
import { ANY, overlap, rangesOf, type Ranges } from './character-ranges.ts';

/** The most steps that one judgement takes: some hundred milliseconds and fifty megabytes. */
const MOST_STEPS = 500_000;

/**
 * Counters up to these are written out; larger ones count as a loop, which is never less ambiguous. So do those that
 * leave more than one repetition open, since each place where they may stop is a way of its own.
 */
const MOST_COPIES = { character: 64, group: 8 };

/** A character of the pattern that has been matched, by number; `START` is none yet. */
export type State = number;
export const START: State = 0;

/** States and the number of ways in which each is reached. */
type Ways = ReadonlyMap<State, number>;

/** A piece of the pattern under construction, in the manner of Glushkov. */
interface Fragment {
  readonly first: Ways;
  readonly last: Ways;
  /** The states of `last` after which no assertion must hold. */
  readonly free: ReadonlySet<State>;
  /** How many ways match the empty string, and whether one of them needs no assertion. */
  readonly empty: number;
  readonly emptyFreely: boolean;
}

const EMPTY: Fragment = {
  first: new Map(),
  last: new Map(),
  free: new Set(),
  empty: 1,
  emptyFreely: true,
};

interface Position {
  readonly backward: boolean;
  readonly looped: boolean;
}

/**
 * The pattern without its assertions, as states that each match one character.
 *
 * @throws RangeError, from every method, where the pattern is too large to be judged.
 */
export class Automaton {
  readonly successors: Map<State, number>[] = [new Map()];
  /** States from which the whole pattern matches whatever follows, so that nothing is tried again. */
  readonly accepting: ReadonlySet<State>;
  /** States that a loop can return to. */
  readonly looped = new Set<State>();

  #steps = MOST_STEPS;
  readonly #labels: number[] = [-1];
  readonly #ranges: Ranges[] = [];
  readonly #labelOf = new Map<string, number>();
  readonly #overlaps = new Map<number, boolean>();

  constructor(pattern: AST.Pattern) {
    const position = { backward: false, looped: false };
    const anchored = pattern.alternatives.filter(isAnchored);
    const floating = pattern.alternatives.filter((alternative) => !isAnchored(alternative));
    const [atStart, anywhere] = [anchored, floating].map((alternatives) =>
      this.#choice(alternatives, position),
    ) as [Fragment, Fragment];
    // A pattern that matches the empty string is never tried anywhere but at the start.
    const searched =
      anywhere.emptyFreely || floating.length === 0
        ? anywhere
        : this.#join(this.#anything(), anywhere);
    const whole = this.#either([atStart, searched]);
    this.#connect(new Map([[START, 1]]), whole.first, 1);
    this.accepting = new Set(whole.emptyFreely ? [START, ...whole.free] : whole.free);
  }

  spend(steps: number): void {
    this.#steps -= steps;
    if (this.#steps < 0) throw new RangeError('The pattern is too large to be judged.');
  }

  /** Whether some character leads to both states. */
  meet(left: State, right: State): boolean {
    this.spend(1);
    const [a, b] = [this.#labels[left] as number, this.#labels[right] as number];
    if (a === b) return true;
    const key = a < b ? a * this.#ranges.length + b : b * this.#ranges.length + a;
    let answer = this.#overlaps.get(key);
    if (answer === undefined) {
      const [x, y] = [this.#ranges[a] as Ranges, this.#ranges[b] as Ranges];
      this.spend(x.length + y.length);
      answer = overlap(x, y);
      this.#overlaps.set(key, answer);
    }
    return answer;
  }

  #build(node: AST.Element, position: Position): Fragment {
    this.spend(1);
    switch (node.type) {
      case 'Group':
      case 'CapturingGroup':
        if (node.type === 'Group' && node.modifiers !== null)
          throw new RangeError('Modifiers change what characters match.');
        return this.#choice(node.alternatives, position);
      case 'Quantifier':
        return this.#repeat(node, position);
      case 'Assertion':
        return this.#assertion(node, position);
      case 'Backreference':
        return {
          ...this.#optional(this.#choice([node.resolved].flat(), position)),
          free: new Set(),
          emptyFreely: false,
        };
      default:
        return this.#character(node.raw, () => rangesOf(node), position);
    }
  }

  #choice(nodes: readonly (AST.Alternative | AST.CapturingGroup)[], position: Position): Fragment {
    return this.#either(
      nodes.map((node) => {
        if (node.type === 'CapturingGroup') return this.#build(node, position);
        const parts = node.elements.map((element) => this.#build(element, position));
        return (position.backward ? parts.toReversed() : parts).reduce(
          (before, after) => this.#join(before, after),
          EMPTY,
        );
      }),
    );
  }

  #repeat({ min, max, element }: AST.Quantifier, position: Position): Fragment {
    if (max === 0) return EMPTY;
    const limit = isCharacter(element) ? MOST_COPIES.character : MOST_COPIES.group;
    const loops = max > limit || max - min > 1;
    const inside = { ...position, looped: position.looped || loops };
    const build = () => this.#build(element, inside);
    const written = loops ? Math.max(0, Math.min(min, limit) - 1) : min;
    let required = EMPTY;
    for (let copy = 0; copy < written; copy += 1) required = this.#join(required, build());
    if (loops) return this.#join(required, this.#loop(build(), min - written));
    return min === max ? required : this.#join(required, this.#optional(build()));
  }

  #loop(body: Fragment, min: number): Fragment {
    // Iterations up to `min` may be empty, later ones may not: so it is open which of the former are.
    this.#connect(body.last, body.first, min > 1 ? 1 + body.empty : 1);
    if (min === 0) return this.#optional(body);
    return { ...body, first: scale(body.first, 1 + body.empty), empty: body.empty ** min };
  }

  #assertion(node: AST.Assertion, position: Position): Fragment {
    const held: Fragment = { ...EMPTY, emptyFreely: false };
    if (node.kind !== 'lookahead' && node.kind !== 'lookbehind') return held;
    // A blind alley: its steps are spent beside those of the pattern around it, and are not undone by them.
    const backward = node.kind === 'lookbehind';
    const body = this.#choice(node.alternatives, { ...position, backward });
    // What is read backward does not correspond to what is read forward: let it come after anything.
    const { first } = backward ? this.#join(this.#anything(), body) : body;
    return { ...held, first };
  }

  #anything(): Fragment {
    const any = this.#character('[^]', () => ANY, { backward: false, looped: true });
    return this.#loop(any, 0);
  }

  #character(raw: string, ranges: () => Ranges, { looped }: Position): Fragment {
    const state = this.successors.push(new Map()) - 1;
    if (looped) this.looped.add(state);
    let label = this.#labelOf.get(raw);
    if (label === undefined) {
      this.spend(raw.length + PROPERTY_STEPS * (raw.split(/\\p/i).length - 1));
      label = this.#ranges.push(ranges()) - 1;
      this.#labelOf.set(raw, label);
    }
    this.#labels[state] = label;
    const once = new Map([[state, 1]]);
    return { first: once, last: once, free: new Set([state]), empty: 0, emptyFreely: false };
  }

  #optional(fragment: Fragment): Fragment {
    return { ...fragment, empty: 1, emptyFreely: true };
  }

  #join(before: Fragment, after: Fragment): Fragment {
    this.#connect(before.last, after.first, 1);
    return {
      first: this.#sum([before.first, scale(after.first, before.empty)]),
      last: this.#sum([after.last, scale(before.last, after.empty)]),
      free: after.emptyFreely ? new Set([...before.free, ...after.free]) : after.free,
      empty: before.empty * after.empty,
      emptyFreely: before.emptyFreely && after.emptyFreely,
    };
  }

  #either(fragments: readonly Fragment[]): Fragment {
    return {
      first: this.#sum(fragments.map(({ first }) => first)),
      last: this.#sum(fragments.map(({ last }) => last)),
      free: new Set(fragments.flatMap(({ free }) => [...free])),
      empty: fragments.reduce((sum, { empty }) => sum + empty, 0),
      emptyFreely: fragments.some(({ emptyFreely }) => emptyFreely),
    };
  }

  #sum(terms: readonly Ways[]): Ways {
    const [first = EMPTY.first, ...others] = terms.filter(({ size }) => size > 0);
    if (others.length === 0) return first;
    const sum = new Map(first);
    this.spend(first.size);
    for (const term of others) this.#addTo(sum, term);
    return sum;
  }

  #connect(from: Ways, to: Ways, times: number): void {
    for (const [state, ways] of from)
      this.#addTo(this.successors[state] as Map<State, number>, scale(to, ways * times));
  }

  #addTo(sum: Map<State, number>, term: Ways): void {
    this.spend(term.size);
    for (const [state, ways] of term) sum.set(state, (sum.get(state) ?? 0) + ways);
  }
}

/** What it costs to ask the engine about one property, in steps. */
const PROPERTY_STEPS = 40_000;

function scale(ways: Ways, factor: number): Ways {
  if (factor === 1) return ways;
  if (factor === 0) return EMPTY.first;
  return new Map([...ways].map(([state, count]) => [state, count * factor]));
}

function isCharacter({ type }: AST.Element): boolean {
  return type === 'Character' || type === 'CharacterClass' || type === 'CharacterSet';
}

function isAnchored({ elements: [first] }: AST.Alternative): boolean {
  if (first?.type === 'Group' || first?.type === 'CapturingGroup')
    return first.alternatives.every(isAnchored);
  return first?.type === 'Assertion' && first.kind === 'start';
}
