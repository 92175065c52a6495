import { diffSequences, type SequenceStep } from './sequence-diff.ts';

/** A row of two columns: a line of both, a line that changed or that one side lacks, or lines left out. */
export type LineRow = SameLine | ChangedLine | Gap;

interface SameLine {
  readonly kind: 'same';
  readonly text: string;
}

interface ChangedLine {
  readonly kind: 'changed';
  readonly before: string | undefined;
  readonly after: string | undefined;
}

interface Gap {
  readonly kind: 'gap';
  readonly lines: number;
}

/** How many lines that are the same are shown around those that are not. */
const CONTEXT = 2;

/** Two texts in rows, of which only what differs is shown and a little around it. */
export function diffLines(before: readonly string[], after: readonly string[]): LineRow[] {
  return leaveOutSame(toRows(diffSequences(before, after, isSameLine)));
}

/** A member of a JSON array or object that becomes the last one loses its comma. */
function isSameLine(before: string, after: string): boolean {
  return before.replace(/,$/, '') === after.replace(/,$/, '');
}

/** Puts removed lines beside those that were added in their place. */
function toRows(steps: readonly SequenceStep[]): (SameLine | ChangedLine)[] {
  const rows: (SameLine | ChangedLine)[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const pair = () => {
    for (let index = 0; index < Math.max(removed.length, added.length); index++)
      rows.push({ kind: 'changed', before: removed[index], after: added[index] });
    [removed, added] = [[], []];
  };
  for (const { kind, item } of steps) {
    if (kind === 'removed') removed.push(item);
    else if (kind === 'added') added.push(item);
    else {
      pair();
      rows.push({ kind: 'same', text: item });
    }
  }
  pair();
  return rows;
}

function leaveOutSame(rows: readonly (SameLine | ChangedLine)[]): LineRow[] {
  const isNear = (index: number) =>
    rows[index] === undefined ||
    rows.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(isChanged);
  // A note that one line was left out would take the place of that line.
  const isShown = (index: number) => isNear(index) || (isNear(index - 1) && isNear(index + 1));
  const shown: LineRow[] = [];
  for (const [index, row] of rows.entries()) {
    const last = shown.at(-1);
    if (isShown(index)) shown.push(row);
    else if (last?.kind === 'gap') shown.splice(-1, 1, { kind: 'gap', lines: last.lines + 1 });
    else shown.push({ kind: 'gap', lines: 1 });
  }
  return shown;
}

function isChanged({ kind }: LineRow): boolean {
  return kind === 'changed';
}
