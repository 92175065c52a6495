import type { SourceLocation } from './diagnostic.ts';
import { childPointer, pointerTokens } from './pointer.ts';

/** Where a value stands in a text, and where its members or items stand. */
export interface Position {
  /** In UTF-16 code units from the start of the text; of the name where the value is a member. */
  readonly offset: number;
  /** By member name or item index. */
  readonly children: ReadonlyMap<string, Position>;
}

/** The children of a value that has none. */
export const NO_CHILDREN: ReadonlyMap<string, Position> = new Map();

/** Turns a pointer into its place in `text`, or into the place of its nearest ancestor there. */
export type Locate = (pointer: string) => SourceLocation;

/**
 * Creates the function that finds the line of a pointer. Nothing is computed before its first call, since most
 * documents have nothing to report.
 *
 * @param file - The file as the user named it.
 * @param readRoot - Gives the position of the root of `text`; called at most once.
 */
export function createLocate(file: string, text: string, readRoot: () => Position): Locate {
  let root: Position | undefined;
  const lineAt = createLineFinder(text);
  return (pointer) => {
    let found = (root ??= readRoot());
    let path = '';
    for (const token of pointerTokens(pointer)) {
      const child = found.children.get(token);
      if (child === undefined) break;
      found = child;
      path = childPointer(path, token);
    }
    return { file, pointer: path, line: lineAt(found.offset) };
  };
}

/** Creates the function that gives the 1-based line of an offset in `text`. */
export function createLineFinder(text: string): (offset: number) => number {
  let starts: readonly number[] | undefined;
  return (offset) => countStartsUpTo((starts ??= lineStarts(text)), offset);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function countStartsUpTo(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
