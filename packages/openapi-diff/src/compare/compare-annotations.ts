import { canonicalJson, ownProperty, type JsonValue, type Schema } from '@apipin/openapi-model';
import type { Facets } from '../match/facets.ts';
import { compareStabilities, compareSunsets } from './compare-lifecycle.ts';
import { without } from './compare-values.ts';
import type { FacetChange } from './compare-types.ts';

/** Compares what schemas say of themselves without restricting values. */
export function compareAnnotations(
  old: Facets,
  current: Facets,
  today: Date | undefined,
): FacetChange[] {
  const [a, b] = [old.schema, current.schema];
  return [
    ...flag('deprecated', a.deprecated, b.deprecated),
    ...flag('read-only', a.readOnly, b.readOnly),
    ...flag('write-only', a.writeOnly, b.writeOnly),
    ...optional('default', a.default, b.default),
    ...contents(a, b),
    ...extensibleEnum(a, b),
    ...compareSunsets(a, b, today),
    ...compareStabilities(a, b),
  ];
}

/** What a schema says to people alone. */
export function textOf({ title, description, extras }: Schema): JsonValue {
  const words = {
    title,
    description,
    example: extras?.['example'],
    examples: extras?.['examples'],
    externalDocs: extras?.['externalDocs'],
  };
  return Object.fromEntries(
    Object.entries(words).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function flag(kind: string, before: boolean, after: boolean): FacetChange[] {
  return before === after ? [] : [{ kind, action: after ? 'set' : 'unset', before, after }];
}

/** A keyword that may be absent on either side. */
export function optional(
  kind: string,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): FacetChange[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ kind, action: 'added', after }];
  if (after === undefined) return [{ kind, action: 'removed', before }];
  return canonicalJson(before) === canonicalJson(after)
    ? []
    : [{ kind, action: 'changed', before, after }];
}

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#section-8 */
function contents(old: Schema, current: Schema): FacetChange[] {
  const changed = (kind: string, keyword: string): FacetChange[] => {
    const before = ownProperty(old.extras, keyword);
    const after = ownProperty(current.extras, keyword);
    return before === after ? [] : [{ kind, action: 'changed', before, after }];
  };
  const before = ownProperty(old.extras, 'contentSchema');
  const after = ownProperty(current.extras, 'contentSchema');
  return [
    ...changed('content-encoding', 'contentEncoding'),
    ...changed('content-media-type', 'contentMediaType'),
    ...optional('content-schema', before, after),
  ];
}

/** An enum whose list may grow, as Zalando's guidelines have it. */
function extensibleEnum(old: Schema, current: Schema): FacetChange[] {
  const before = ownProperty(old.extras, 'x-extensible-enum');
  const after = ownProperty(current.extras, 'x-extensible-enum');
  if (!Array.isArray(before) || !Array.isArray(after)) return [];
  const kind = 'extensible-enum';
  const change = { kind, before, after } as const;
  return [
    ...(without(after, before).length > 0 ? [{ ...change, action: 'value-added' } as const] : []),
    ...(without(before, after).length > 0 ? [{ ...change, action: 'value-removed' } as const] : []),
  ];
}
