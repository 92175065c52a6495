import type { SourceLocation } from '@apipin/openapi-model';
import type { Change } from '../change.ts';

/** Where a change stands in both documents, such as `old.yaml:3 → new.yaml:5`. */
export function describeLocations(change: Change): string {
  const before = change.old ? describeLocation(change.old) : '(not there)';
  const after = change.new ? describeLocation(change.new) : '(gone)';
  return `${before} → ${after}`;
}

/** The file and the line. */
export function describeLocation({ file, line }: SourceLocation): string {
  return `${file}:${line}`;
}
