import { lastWhere } from './last-where.ts';

/** A place in a file, as editors count: both from 1. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets in `text` into places. */
export function createLocator(text: string): (offset: number) => SourcePlace {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    lineStarts.push(at + 1);
  }
  return (offset) => {
    const line = lastWhere(lineStarts, (start) => start <= offset);
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 };
  };
}
