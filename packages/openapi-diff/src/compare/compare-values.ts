import { canonicalJson, type JsonValue } from '@apipin/openapi-model';
import { conforms } from '../match/conforms.ts';
import type { Facets } from '../match/facets.ts';
import type { FacetChange } from './compare-types.ts';
import type { SchemaComparer } from './schema-site.ts';

/** Compares enumerated values, `const` among them. */
export function compareValues(
  old: Facets,
  current: Facets,
  models: Pick<SchemaComparer, 'old' | 'new'>,
): FacetChange[] {
  const { values: before } = old;
  const { values: after } = current;
  if (before === undefined && after === undefined) return [];
  if (before === undefined || after === undefined) {
    return compareOpenValues(old, current, models);
  }
  const listed = without(after, before);
  if (before.length === 1 && after.length === 1 && listed.length === 1) {
    return [{ kind: 'const', action: 'changed', before: before[0], after: after[0] }];
  }
  // What both sides list may conform to one of them alone, for what stands beside the list.
  const kept = without(after, listed);
  const conformed = kept.filter((value) => conforms(value, old.schema, models.old));
  const conforming = kept.filter((value) => conforms(value, current.schema, models.new));
  const added = [...listed, ...without(conforming, conformed)];
  const removed = [...without(before, after), ...without(conformed, conforming)];
  return [
    ...(added.length > 0 ? [{ kind: 'enum', action: 'value-added', before, after } as const] : []),
    ...(removed.length > 0
      ? [{ kind: 'enum', action: 'value-removed', before, after } as const]
      : []),
  ];
}

/** A list against what lists nothing: each value of it is held against all that the other side says. */
function compareOpenValues(
  old: Facets,
  current: Facets,
  models: Pick<SchemaComparer, 'old' | 'new'>,
): FacetChange[] {
  const { values: before } = old;
  const { values: after } = current;
  const added = after?.filter((value) => !conforms(value, old.schema, models.old)) ?? [];
  const removed = before?.filter((value) => !conforms(value, current.schema, models.new)) ?? [];
  const action = before === undefined ? 'became-enum' : 'became-not-enum';
  return [
    { kind: '', action, before, after },
    ...(added.length > 0 ? [{ kind: 'enum', action: 'value-added', after: added } as const] : []),
    ...(removed.length > 0
      ? [{ kind: 'enum', action: 'value-removed', before: removed } as const]
      : []),
  ];
}

/** Those of `values` that are not among `others`. */
export function without(values: readonly JsonValue[], others: readonly JsonValue[]): JsonValue[] {
  const known = new Set(others.map(canonicalJson));
  return values.filter((value) => !known.has(canonicalJson(value)));
}
