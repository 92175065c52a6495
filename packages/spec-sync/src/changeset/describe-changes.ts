import { markdownCode, markdownText, predicateOf, type Change } from '@apipin/openapi-diff';

/** A longer list is not read. */
const MOST_LINES = 20;
const MOST_IN_LINE = 4;

/** What changed, as Markdown: a line for each operation or schema, those first in which something breaks. */
export function describeChanges(changes: readonly Change[]): string {
  const said = changes.filter(({ level }) => level !== 'docs');
  const groups = [...Map.groupBy(said, ({ subject }) => rootOf(subject))].map(
    ([root, members]) => `- ${describeGroup(root, members)}`,
  );
  const wordings = changes.length - said.length;
  const words = wordings > 0 ? [`- the wording of ${count(wordings, 'place')}`] : [];
  const rest = groups.length - MOST_LINES;
  const more = rest > 0 ? [`- and ${rest} more: \`apipin diff\` lists them`] : [];
  return [...groups.slice(0, MOST_LINES), ...more, ...words].join('\n');
}

/** `Channel` of `Channel.name`, `listChannels` of `listChannels query after`. */
function rootOf(subject: string): string {
  return /^[^\s.[]+/.exec(subject)?.[0] ?? subject;
}

function describeGroup(root: string, changes: readonly Change[]): string {
  const said = [...new Set(changes.map((change) => describeChange(root, change)))];
  const rest = said.length - MOST_IN_LINE;
  const listed = said.slice(0, MOST_IN_LINE).join('; ');
  return `${markdownCode(root)}: ${listed}${rest > 0 ? `; and ${rest} more` : ''}`;
}

function describeChange(root: string, change: Change): string {
  const inside = change.subject.slice(root.length).replace(/^[\s.]+/, '');
  const predicate = markdownText(predicateOf(change));
  return inside === '' ? predicate : `${markdownCode(inside)} ${predicate}`;
}

/** A number with the thing it counts. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
