import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { Automaton, START, type State } from './pattern-automaton.ts';
import { strongComponents } from './strong-components.ts';

/**
 * How the time a backtracking matcher needs at worst grows with the length of the value.
 *
 * - `linear`: in proportion to the length, or to a constant that the pattern sets.
 * - `polynomial`: as its square or a higher power. Harmless for short values; a megabyte may take hours.
 * - `exponential`: a few dozen characters can take longer than anybody waits. So can the eighth power of the length, and
 *   counters that allow a huge number of attempts, such as `(a?){30}a{30}`: they are called exponential too.
 * - `unknown`: too large or too new to be judged within the bound.
 */
export type PatternRisk = 'linear' | 'polynomial' | 'exponential' | 'unknown';

/**
 * Judges what `source` may cost when it is matched against hostile text. The verdict is the same on every machine: the
 * work is bounded by a count of steps, not by a clock, and comes to some hundred milliseconds at most.
 *
 * `source` is judged as compiled with the `u` flag, or without where it only compiles so; other flags are not
 * considered. Errs on the side of caution: that a loop's ambiguity can never make a match fail is only seen in the
 * simplest cases, assertions (`\b`, `$`, lookarounds) are taken to hold anywhere, and a backreference to match
 * anything that its group matches. Hence `linear` can be relied upon, and some `exponential` is a false alarm.
 * Counters that leave more than one repetition open count as loops, so that `linear` promises a modest constant as well.
 *
 * Never throws; text that is no regular expression is `unknown`.
 *
 * @see https://doi.org/10.1016/0304-3975(91)90381-B Weber and Seidl's criteria for the ambiguity of an automaton
 */
export function patternRisk(source: string): PatternRisk {
  try {
    const pattern = parse(source);
    if (pathCount(pattern) <= MOST_PATHS) return 'linear';
    const automaton = new Automaton(pattern);
    if (ambiguityDepth(automaton) > MOST_FORKS) return 'exponential';
    return isPolynomial(automaton) ? 'polynomial' : 'linear';
  } catch {
    // Out of budget, nested deeper than the stack, or syntax that the parser does not know yet.
    return 'unknown';
  }
}

/** The most ways through a pattern without loops, each of which a matcher may have to try at every position. */
const MOST_PATHS = 10_000;

/** The most forks in the road, one after the other, that a text may meet: each doubles the attempts. */
const MOST_FORKS = 6;

function parse(source: string): AST.Pattern {
  const parser = new RegExpParser();
  try {
    return parser.parsePattern(source, 0, source.length, { unicode: true });
  } catch {
    return parser.parsePattern(source, 0, source.length, { unicode: false });
  }
}

/** How many ways lead through `node`, whatever the text; `Infinity` if it loops or refers back. */
function pathCount(node: AST.Pattern | AST.Alternative | AST.Element): number {
  switch (node.type) {
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives.reduce((sum, alternative) => sum + pathCount(alternative), 0);
    case 'Alternative':
      return node.elements.reduce((product, element) => product * pathCount(element), 1);
    case 'Quantifier': {
      if (node.max === 0) return 1;
      const paths = pathCount(node.element);
      return paths === 1 ? node.max - node.min + 1 : (paths + 1) ** node.max;
    }
    case 'Assertion':
      return node.kind === 'lookahead' || node.kind === 'lookbehind'
        ? 1 + node.alternatives.reduce((sum, alternative) => sum + pathCount(alternative), 0)
        : 1;
    case 'Backreference':
      return Infinity;
    default:
      return 1;
  }
}

/**
 * The longest succession of forks, each of two ways that read the same text and come together again, on one text; so
 * that `n` allow for `2 ** n` attempts, and `Infinity` for any number of them. Ways that cannot fail do not count.
 */
function ambiguityDepth(automaton: Automaton): number {
  const { successors, accepting } = automaton;
  const size = successors.length;
  const mayFail = successors.map((next) => [...next].filter(([state]) => !accepting.has(state)));

  /** The pairs of states that one more character leads a pair to, and how many forks that closes. */
  function next(pair: number): [pair: number, forks: number][] {
    const [left, right] = [Math.floor(pair / size), pair % size];
    const reached: [number, number][] = [];
    for (const [x, ways] of mayFail[left] as [State, number][])
      for (const [y] of mayFail[right] as [State, number][]) {
        if (left === right && x > y) continue;
        if (!automaton.meet(x, y)) continue;
        const forks = x !== y ? 0 : left === right ? Math.log2(ways) : 1;
        reached.push([Math.min(x, y) * size + Math.max(x, y), forks]);
      }
    return reached;
  }

  const edges = new Map<number, [pair: number, forks: number][]>();
  const components = strongComponents([START], (pair) => {
    const reached = next(pair);
    edges.set(pair, reached);
    return reached.map(([target]) => target);
  });
  const depths = new Map<number, number>();
  const componentOf = new Map(
    components.flatMap((pairs, index) => pairs.map((pair) => [pair, index])),
  );
  components.forEach((pairs, index) => {
    let depth = 0;
    for (const pair of pairs)
      for (const [target, forks] of edges.get(pair) ?? []) {
        const isCycle = componentOf.get(target) === index;
        if (isCycle && forks > 0) depth = Infinity;
        if (!isCycle)
          depth = Math.max(depth, forks + (depths.get(componentOf.get(target) as number) ?? 0));
      }
    depths.set(index, depth);
  });
  return Math.max(...depths.values());
}

/** Whether one loop may hand over to another at any place of a text that both of them read. */
function isPolynomial(automaton: Automaton): boolean {
  const { looped, accepting } = automaton;
  const later = [...looped].filter((state) => !accepting.has(state));
  try {
    return [...looped].some((p) => later.some((q) => p !== q && handsOver(automaton, p, q)));
  } catch {
    // Out of budget: it has loops, and not too ambiguous ones.
    return true;
  }
}

/** Whether some text leads from `p` to `p`, from `p` to `q` and from `q` to `q`. */
function handsOver(automaton: Automaton, p: State, q: State): boolean {
  const { successors } = automaton;
  const size = successors.length;
  const seen = new Set<number>();
  const queue: [State, State, State][] = [[p, p, q]];
  for (const [a, b, c] of queue)
    for (const x of (successors[a] as Map<State, number>).keys())
      for (const z of (successors[c] as Map<State, number>).keys()) {
        if (!automaton.meet(x, z)) continue;
        for (const y of (successors[b] as Map<State, number>).keys()) {
          if (!automaton.meet(x, y) || !automaton.meet(y, z)) continue;
          if (x === p && y === q && z === q) return true;
          const key = (x * size + y) * size + z;
          if (seen.has(key)) continue;
          seen.add(key);
          queue.push([x, y, z]);
        }
      }
  return false;
}
