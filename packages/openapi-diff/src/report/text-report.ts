import type { Change, Diff, Level } from '../change.ts';
import { describeLocations } from './describe-location.ts';
import { describeOperations } from './describe-operations.ts';
import { countLevels, groupByLevel, type LevelGroup } from './levels.ts';
import { predicateOf } from './predicate.ts';
import { visibleLine } from './visible-text.ts';

type Paint = (text: string) => string;

/** How a terminal stresses words; picocolors has this shape. */
export interface TextColours {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly cyan: Paint;
}

const plain: Paint = (text) => text;
const NO_COLOURS: TextColours = { bold: plain, dim: plain, red: plain, green: plain, cyan: plain };

const LEVEL_COLOURS = {
  breaking: 'red',
  'non-breaking': 'green',
  docs: 'cyan',
} as const satisfies Record<Level, keyof TextColours>;

/** The report for people at a terminal. */
export function emitTextReport(diff: Diff, colours: TextColours = NO_COLOURS): string {
  const groups = groupByLevel(diff).map((group) => emitGroup(group, colours));
  return [emitSummary(diff, colours), ...groups].join('\n');
}

function emitSummary(diff: Diff, { bold, dim }: TextColours): string {
  const sides = [diff.old, diff.new].map(({ title, version, file }) =>
    visibleLine(`${title} ${version} (${file})`),
  );
  return `${bold(`${diff.bump}: ${countLevels(diff)}`)}\n${dim(sides.join(' → '))}\n`;
}

function emitGroup({ level, title, changes }: LevelGroup, colours: TextColours): string {
  const colour = colours[LEVEL_COLOURS[level]];
  const heading = colours.bold(colour(`${title} (${changes.length})`));
  return `${heading}\n\n${changes.map((change) => emitChange(change, colour, colours)).join('\n')}`;
}

function emitChange(change: Change, colour: Paint, { bold, dim }: TextColours): string {
  const { subject, wire, source, rule, operations } = change;
  const lines = [
    `${colour('●')} ${bold(visibleLine(subject))}: ${visibleLine(predicateOf(change))}`,
    `  wire ${wire}, source ${source}  ${dim(visibleLine(rule))}`,
    `  ${dim(visibleLine(describeLocations(change)))}`,
    ...(operations.length > 0 ? [`  in ${visibleLine(describeOperations(operations))}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
