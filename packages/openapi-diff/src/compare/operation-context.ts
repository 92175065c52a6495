import type { Schema, SourceLocation } from '@apipin/openapi-model';
import type { Comparison, Finding } from '../finding.ts';
import type { SchemaComparer, SchemaSite, Writing } from './schema-site.ts';

/** What comparing one operation needs, and where it puts what it finds. */
export interface OperationContext {
  /** What the operation is called in subjects. */
  readonly name: string;
  readonly comparer: SchemaComparer;
  readonly comparison: Comparison;
}

/** A part of the document with a place in its source. */
interface Located {
  readonly at: SourceLocation;
}

/** What changed, where, on either side. */
export interface PartChange extends Pick<Finding, 'item' | 'before' | 'after'> {
  readonly old?: Located | undefined;
  readonly new?: Located | undefined;
}

/** Adds what happened to a part of the operation. */
export function addFinding(
  { comparison, name }: OperationContext,
  rule: string,
  part: string,
  { item, old, new: current, before, after }: PartChange,
): void {
  const subject = part === '' ? name : `${name} ${part}`;
  comparison.findings.push({ rule, subject, item, old: old?.at, new: current?.at, before, after });
}

/** Compares the schemas of a part, and adds what that finds. */
export function addSchemas(
  { comparison, comparer, name }: OperationContext,
  old: Schema,
  current: Schema,
  site: Pick<SchemaSite, 'place' | 'subject'> & { readonly writing?: Writing },
): void {
  const subject = `${name} ${site.subject}`;
  const whole: SchemaSite = { isIdle: false, writing: 'json', ...site, subject };
  comparison.children.push(comparer.compare(old, current, whole));
}
