import { isMap, isSeq, parseDocument } from 'yaml';
import { UsageError } from '../command.ts';
import { formatJson } from './format-json.ts';

/** Where changesets keeps its settings. */
export const CHANGESET_CONFIG = '.changeset/config.json';

/**
 * Adds groups to `fixed`, the packages that are always released together, and leaves the rest of the text alone.
 *
 * @throws UsageError where the settings have no such list.
 */
export function editChangesetConfig(text: string, groups: readonly (readonly string[])[]): string {
  // JSON is YAML, and this parser says where things are.
  const root = parseDocument(text).contents;
  const fixed = isMap(root) ? root.get('fixed', true) : undefined;
  if (!isSeq(fixed) || !fixed.range) {
    throw new UsageError(
      `${CHANGESET_CONFIG}: expected "fixed", the list of packages that are released together; write "fixed": []`,
    );
  }
  const [start, end] = fixed.range;
  const all = [...(fixed.toJSON() as unknown[]), ...groups];
  return (
    text.slice(0, start) +
    formatJson(all, { depth: 1, taken: '  "fixed": ,'.length }) +
    text.slice(end)
  );
}
