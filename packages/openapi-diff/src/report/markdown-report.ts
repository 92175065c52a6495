import type { Change, ComparedDocument, Diff } from '../change.ts';
import { describeLocations } from './describe-location.ts';
import { describeOperations } from './describe-operations.ts';
import { countLevels, groupByLevel, type LevelGroup } from './levels.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { predicateOf } from './predicate.ts';

/** GitHub refuses comments of more than 65,536 characters; the rest is for whoever quotes the report. */
const MAX_LENGTH = 60_000;

const TABLE_HEAD = '| Change | Wire | Source | Operations |\n| --- | --- | --- | --- |\n';

/**
 * The report for a pull-request comment or a changelog, in GitHub Flavored Markdown.
 *
 * It fits in a comment: where there are too many changes, the last are counted and not listed.
 *
 * @see https://github.github.com/gfm/
 */
export function emitMarkdownReport(diff: Diff): string {
  let report = emitHead(diff);
  for (const group of groupByLevel(diff)) report += emitGroup(group, MAX_LENGTH - report.length);
  return report;
}

function emitHead(diff: Diff): string {
  return `## API changes: ${diff.bump}

${describeDocument(diff.old)} → ${describeDocument(diff.new)}: ${countLevels(diff)}
`;
}

function describeDocument({ title, version, file }: ComparedDocument): string {
  return `**${markdownText(title)} ${markdownText(version)}** (${markdownCode(file)})`;
}

function emitGroup(group: LevelGroup, maxLength: number): string {
  const { level, title, changes } = group;
  const heading = `${title} (${changes.length})`;
  if (level !== 'docs') return `\n### ${heading}\n\n${emitTable(group, maxLength)}`;
  const table = emitTable(group, maxLength);
  return `\n<details>\n<summary>${heading}</summary>\n\n${table}\n</details>\n`;
}

function emitTable({ changes }: LevelGroup, maxLength: number): string {
  const rows = takeWhileShort(changes.map(emitRow), maxLength);
  const rest = changes.length - rows.length;
  const table = rows.length > 0 ? `${TABLE_HEAD}${rows.join('')}` : '';
  return rest > 0 ? `${table}\n${rest} more ${rest === 1 ? 'change' : 'changes'}\n` : table;
}

function emitRow(change: Change): string {
  const { subject, wire, source, operations, rule } = change;
  const place = `${markdownCode(rule)} at ${markdownCode(describeLocations(change))}`;
  const what = `${markdownCode(subject)}: ${markdownText(predicateOf(change))}<br><sub>${place}</sub>`;
  return `| ${what} | ${wire} | ${source} | ${markdownText(describeOperations(operations))} |\n`;
}

/** The first of `rows` that have `maxLength` characters together. */
function takeWhileShort(rows: readonly string[], maxLength: number): readonly string[] {
  let length = 0;
  const end = rows.findIndex((row) => (length += row.length) > maxLength);
  return end === -1 ? rows : rows.slice(0, end);
}
