type Paint = (text: string) => string;

/** A cell, and how it is coloured: widths are those of the text alone. */
export interface Cell {
  readonly text: string;
  readonly paint?: Paint | undefined;
}

/** Rows under a heading, with their columns aligned. */
export function emitTable(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  dim: Paint,
): string {
  const all = [headings.map((text): Cell => ({ text, paint: dim })), ...rows];
  const widths = headings.map((_, column) =>
    Math.max(...all.map((row) => row[column]?.text.length ?? 0)),
  );
  return all
    .map(
      (row) =>
        `${row
          .map((cell, column) => emitCell(cell, widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function emitCell({ text, paint }: Cell, width: number): string {
  return `${paint?.(text) ?? text}${' '.repeat(width - text.length)}`;
}
