import type { Bump, Change, Level, Verdict } from './change.ts';
import type { Rule } from './rules/rule.ts';

/** Whose judgement to follow where judges differ. */
export type Preset = 'oasdiff' | 'github';

/** How changes are judged. */
export interface Judgement {
  /**
   * `oasdiff` takes a new enum value in a response for breaking; `github` for an addition, as its API does.
   *
   * @defaultValue 'oasdiff'
   */
  readonly preset?: Preset | undefined;
  /** Levels by rule id, above those of the preset. */
  readonly levels?: Readonly<Record<string, Level>> | undefined;
}

/** What a change is judged to be. */
export interface Verdicts {
  readonly level: Level;
  readonly wire: Verdict;
  readonly source: Verdict;
}

/**
 * What a change means, to whom.
 *
 * @param isIdle - Whether nobody was to rely on what changed.
 */
export function judge(isIdle: boolean, rule: Rule, judgement: Judgement): Verdicts {
  const chosen = chosenLevel(rule, judgement);
  const wire = isIdle && rule.wire === 'breaking' ? 'compatible' : rule.wire;
  const level = chosen ?? (isIdle && rule.severity !== 'docs' ? 'non-breaking' : levelOf(rule));
  // Whoever calls a change an addition has code expect it.
  const isExpected = chosen !== undefined && chosen !== 'breaking' && rule.source === 'breaking';
  return { level, wire, source: isExpected ? 'compatible' : rule.source };
}

function levelOf({ severity }: Rule): Level {
  if (severity === 'docs') return 'docs';
  return severity === 'info' ? 'non-breaking' : 'breaking';
}

function chosenLevel(
  { id, kind, action, direction }: Rule,
  { preset, levels = {} }: Judgement,
): Level | undefined {
  if (Object.hasOwn(levels, id)) return levels[id];
  const isNewValue = kind === 'enum' && action === 'value-added' && direction === 'response';
  return preset === 'github' && isNewValue ? 'non-breaking' : undefined;
}

/**
 * The bump that changes ask of a generated package, whose version speaks of its TypeScript surface.
 *
 * @see https://semver.org/
 */
export function bumpOf(changes: readonly Change[]): Bump {
  if (changes.some(({ level, source }) => level === 'breaking' || source === 'breaking')) {
    return 'major';
  }
  if (changes.some(({ level }) => level === 'non-breaking')) return 'minor';
  return changes.length > 0 ? 'patch' : 'none';
}
