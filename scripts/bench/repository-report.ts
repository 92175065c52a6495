import { spreadOf, type Measured } from './measure.ts';
import { formatTable } from './table.ts';

/** What a repository with so many APIs beside our own costs. */
export interface ManyApis {
  readonly count: number;
  /** Wall time in ms of what was run; the first is what the others are set against. */
  readonly runs: readonly Measured<number>[];
}

/** A table of repositories as they grow: medians, and what each is in terms of the row above and of the first run. */
export function formatMany(repositories: readonly ManyApis[]): string {
  const names = repositories[0]?.runs.map(({ name }) => name) ?? [];
  const header = names.flatMap((name, index) =>
    index === 0 ? [name, '÷ row above', 'per API'] : [name, '÷ row above', `÷ ${names[0]}`],
  );
  const medians = repositories.map(({ runs }) =>
    runs.map(({ results }) => spreadOf(results).median),
  );
  const rows = repositories.map(({ count }, row) => [
    `${count}`,
    ...(medians[row] ?? []).flatMap((median, column) => {
      const above = medians[row - 1]?.[column];
      const cold = medians[row]?.[0] ?? Number.NaN;
      return [
        formatSeconds(median),
        above === undefined ? '–' : (median / above).toFixed(2),
        column === 0 ? formatSeconds(median / count) : (median / cold).toFixed(3),
      ];
    }),
  ]);
  return formatTable(['APIs', ...header], rows);
}

function formatSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
