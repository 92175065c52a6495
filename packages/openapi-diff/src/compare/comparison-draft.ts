import type { Schema } from '@apipin/openapi-model';
import type { Comparison, Finding } from '../finding.ts';
import type { FacetChange } from './compare-types.ts';
import type { Places, SchemaComparer, SchemaSite } from './schema-site.ts';

/** A comparison of two schemas in the making. */
export interface ComparisonDraft extends Comparison {
  readonly site: SchemaSite;
  readonly places: Places;
  readonly comparer: SchemaComparer;
}

export function startComparison(
  places: Places,
  site: SchemaSite,
  comparer: SchemaComparer,
): ComparisonDraft {
  return { findings: [], children: [], site, places, comparer };
}

/** Adds what happened to a facet. */
export function addChange(
  draft: ComparisonDraft,
  { kind, action, item, before, after }: FacetChange,
  places: Partial<Places> = draft.places,
): void {
  const { place, subject, isIdle } = draft.site;
  const finding: Finding = {
    rule: [place, kind, action].filter((part) => part !== '').join('-'),
    subject,
    item,
    old: places.old?.at,
    new: places.new?.at,
    before,
    after,
    isIdle,
  };
  draft.findings.push(finding);
}

/** Compares what stands inside, and adds that. */
export function addChild(
  draft: ComparisonDraft,
  old: Schema,
  current: Schema,
  site: SchemaSite,
): Comparison {
  const child = draft.comparer.compare(old, current, site);
  draft.children.push(child);
  return child;
}
