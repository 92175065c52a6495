import type { SourceLocation } from '@apipin/openapi-model';
import type { Change, Diff } from '../change.ts';

/** The report for machines: one JSON object, in which a side that a change does not have is `null`. */
export function emitJsonReport(diff: Diff): string {
  const { bump, old, new: current, changes } = diff;
  return `${JSON.stringify({ bump, old, new: current, changes: changes.map(toJson) }, null, 2)}\n`;
}

/** Every key is always there, in this order, whatever order the change was built in. */
function toJson(change: Change): object {
  const { id, rule, level, wire, source, direction, area, operations, subject, message } = change;
  return {
    id,
    rule,
    level,
    wire,
    source,
    direction,
    area,
    operations,
    subject,
    old: toJsonLocation(change.old),
    new: toJsonLocation(change.new),
    before: change.before ?? null,
    after: change.after ?? null,
    message,
  };
}

function toJsonLocation(location: SourceLocation | undefined): object | null {
  return location === undefined
    ? null
    : { file: location.file, line: location.line, pointer: location.pointer };
}
