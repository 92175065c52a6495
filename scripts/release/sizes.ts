import { formatTable } from '../bench/table.ts';
import type { Tarball } from './tarball.ts';

/** How large a package is. */
export interface Size {
  /** Bytes to download. */
  readonly packed: number;
  /** Bytes on disk. */
  readonly unpacked: number;
  readonly files: number;
}

/** What there is to say about the size of a package. */
export interface SizeRow {
  readonly name: string;
  readonly size: Size;
  /** Of the last release; `undefined` for a package that was never released. */
  readonly last: Size | undefined;
  /** What `size` may not exceed. */
  readonly budget: Size;
}

const MEASURES = ['packed', 'unpacked', 'files'] as const satisfies readonly (keyof Size)[];

export function sizeOf({ packedSize, files }: Tarball): Size {
  const unpacked = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  return { packed: packedSize, unpacked, files: files.size };
}

/** The budgets that are exceeded, as in `@apipin/cli: 41 files, and the budget is 40`. */
export function exceededBudgets(rows: readonly SizeRow[]): string[] {
  return rows.flatMap(({ name, size, budget }) =>
    MEASURES.filter((measure) => size[measure] > budget[measure]).map(
      (measure) =>
        `${name}: ${describe(measure, size)}, and the budget is ${budget[measure]}; ` +
        'make it smaller, or raise scripts/release/budgets.ts and say why',
    ),
  );
}

/** Formats sizes as a Markdown table, each with its difference to the last release and its budget. */
export function formatSizes(rows: readonly SizeRow[]): string {
  const header = ['Package', ...MEASURES.flatMap((measure) => [measure, 'change', 'budget'])];
  const cells = rows.map(({ name, size, last, budget }) => [
    name,
    ...MEASURES.flatMap((measure) => [
      String(size[measure]),
      last === undefined ? 'new' : formatChange(size[measure] - last[measure]),
      String(budget[measure]),
    ]),
  ]);
  return formatTable(header, cells);
}

function describe(measure: keyof Size, size: Size): string {
  return measure === 'files' ? `${size.files} files` : `${size[measure]} bytes ${measure}`;
}

function formatChange(change: number): string {
  return change === 0
    ? '='
    : new Intl.NumberFormat('en', { signDisplay: 'always', useGrouping: false }).format(change);
}
