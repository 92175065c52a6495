import type { Change } from '../../change.ts';
import { html, type Html } from './html.ts';
import { diffLines, type LineRow } from './line-diff.ts';
import { diffSequences, type SequenceStep } from './sequence-diff.ts';
import { linesOfValue } from './value-lines.ts';

/** Rows of one change; who needs more has the source lines. */
const MAX_ROWS = 100;

/** What both documents say at the changed place, side by side; nothing where neither says anything. */
export function emitValueDiff({ before, after }: Change): Html | undefined {
  if (before === undefined && after === undefined) return undefined;
  const rows = diffLines(linesOfValue(before), linesOfValue(after));
  const shown = rows.slice(0, MAX_ROWS).map(emitRow);
  if (rows.length > MAX_ROWS) shown.push(emitGap(rows.length - MAX_ROWS));
  return html`<table class="values">
    <thead>
      <tr>
        <th scope="col">Before</th>
        <th scope="col">After</th>
      </tr>
    </thead>
    <tbody>
      ${shown}
    </tbody>
  </table>`;
}

function emitRow(row: LineRow): Html {
  switch (row.kind) {
    case 'same':
      return html`<tr class="same">
        <td>${row.text}</td>
        <td>${row.text}</td>
      </tr>`;
    case 'changed':
      return emitChangedLine(row.before, row.after);
    case 'gap':
      return emitGap(row.lines);
  }
}

function emitGap(lines: number): Html {
  const what = lines === 1 ? '1 more line' : `${lines} more lines`;
  return html`<tr class="gap">
    <td colspan="2">⋯ ${what}</td>
  </tr>`;
}

function emitChangedLine(before: string | undefined, after: string | undefined): Html {
  const [removed, added] = stressWords(before ?? '', after ?? '');
  return html`<tr>
    ${before === undefined ? NOTHING : html`<td class="removed"><del>${removed}</del></td>`}
    ${after === undefined ? NOTHING : html`<td class="added"><ins>${added}</ins></td>`}
  </tr>`;
}

const NOTHING = html`<td class="nothing"></td>`;

/** Both lines with the words marked that differ, if enough of the line stays for that to be a help. */
function stressWords(before: string, after: string): [HtmlParts, HtmlParts] {
  const steps = diffSequences(wordsOf(before), wordsOf(after));
  const common = lengthOf(steps.filter(({ kind }) => kind === 'same'));
  if (common * 2 < Math.max(before.length, after.length)) return [before, after];
  return [stress(steps, 'removed'), stress(steps, 'added')];
}

type HtmlParts = string | readonly (string | Html)[];

function wordsOf(line: string): string[] {
  return line.match(/[\p{L}\p{N}_]+|\s+|./gu) ?? [];
}

function lengthOf(steps: readonly SequenceStep[]): number {
  return steps.reduce((length, { item }) => length + item.length, 0);
}

function stress(
  steps: readonly SequenceStep[],
  kind: 'removed' | 'added',
): readonly (string | Html)[] {
  return steps
    .filter((step) => step.kind === 'same' || step.kind === kind)
    .map((step) => (step.kind === kind ? html`<mark>${step.item}</mark>` : step.item));
}
