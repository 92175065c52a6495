import type { Change, Diff, Level } from '../change.ts';

/** In the order reports show them. */
export const LEVELS = ['breaking', 'non-breaking', 'docs'] as const satisfies readonly Level[];

/** What reports call a level. */
export const LEVEL_TITLES: Readonly<Record<Level, string>> = {
  breaking: 'Breaking',
  'non-breaking': 'Non-breaking',
  docs: 'Docs',
};

/** The changes of one level, and there are some. */
export interface LevelGroup {
  readonly level: Level;
  readonly title: string;
  readonly changes: readonly Change[];
}

/** The changes by level; levels without any are left out. */
export function groupByLevel({ changes }: Diff): LevelGroup[] {
  return LEVELS.map((level) => ({
    level,
    title: LEVEL_TITLES[level],
    changes: changes.filter((change) => change.level === level),
  })).filter((group) => group.changes.length > 0);
}

/** What there is of each level, such as `2 breaking, 1 docs`. */
export function countLevels(diff: Diff): string {
  const counts = groupByLevel(diff).map(({ level, changes }) => `${changes.length} ${level}`);
  return counts.length === 0 ? 'no changes' : counts.join(', ');
}
