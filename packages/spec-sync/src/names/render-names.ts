import type { ListedName } from './list-names.ts';

/** A table for people: what a name is of, the name, and upstream's where that is another. */
export function renderNames(names: readonly ListedName[]): string {
  const rows = names.map((each) => [visible(each.kind), visible(each.name), remark(each)]);
  const widths = [0, 1].map((column) =>
    Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

function remark({ name, upstream, isRetired, operation }: ListedName): string {
  const remarks = [
    operation === undefined ? [] : visible(operation),
    isRetired ? 'gone upstream' : [],
    upstream === name ? [] : upstream === '' ? 'no id upstream' : `upstream: ${visible(upstream)}`,
  ];
  return remarks.flat().join(', ');
}

/** Names come from documents, and a terminal obeys control characters. */
function visible(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(
      /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
      (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
    );
}
