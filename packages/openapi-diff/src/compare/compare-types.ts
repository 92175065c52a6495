import type { Schema } from '@apipin/openapi-model';
import type { Facets, TypeName } from '../match/facets.ts';
import type { Action } from '../rules/rule.ts';
import type { BeforeAfter, Writing } from './schema-site.ts';

/** What happened to a facet, as the words of its rule. */
export interface FacetChange extends BeforeAfter {
  readonly kind: string;
  readonly action: Action;
  /** Which of several, such as a member of `oneOf`. */
  readonly item?: string | undefined;
}

/** Compares which types two schemas accept, null aside. */
export function compareTypes(old: Facets, current: Facets, writing: Writing): FacetChange[] {
  if (current.isNever !== old.isNever) {
    const action = current.isNever ? 'set' : 'unset';
    return [{ kind: 'false-schema', action, before: old.isNever, after: current.isNever }];
  }
  const { types: before } = old;
  const { types: after } = current;
  const widens = contains(current, old, writing);
  const narrows = contains(old, current, writing);
  if (widens && narrows) return [];
  const kind = isNumeric(before) && isNumeric(after) ? 'number-type' : 'type';
  const values = { before: describe(before), after: describe(after) };
  if (widens) return [{ kind, action: 'generalized', ...values }];
  if (narrows) return [{ kind, action: 'specialized', ...values }];
  return [{ kind: 'type', action: 'changed', ...values }];
}

/** Whether every value of the types of `inner` has a type of `outer`. */
function contains(outer: Facets, inner: Facets, writing: Writing): boolean {
  const { types } = outer;
  if (types === undefined) return true;
  if (inner.types === undefined) return false;
  return [...inner.types].every(
    (type) =>
      types.has(type) ||
      (type === 'integer' && types.has('number')) ||
      (writing !== 'json' && containsText(outer, type, writing)),
  );
}

/** As text, any string may be a number; said as often as there are items, one item is a list of one. */
function containsText(
  { types, string, array, values }: Facets,
  type: TypeName,
  writing: Writing,
): boolean {
  if (types?.has('array') && writing === 'repeated text' && array?.items !== undefined) {
    return (type === 'string' || SCALARS.has(type)) && takesAnyString(array.items);
  }
  return types?.has('string') === true && values === undefined && SCALARS.has(type)
    ? string === undefined || takesAnyString(string)
    : false;
}

function takesAnyString(schema: Schema): boolean {
  if (schema.kind === 'union') return schema.members.some(takesAnyString);
  return schema.kind === 'string' && schema.format === undefined && schema.pattern === undefined;
}

const SCALARS: ReadonlySet<TypeName> = new Set(['integer', 'number', 'boolean']);

function isNumeric(types: Facets['types']): boolean {
  return (
    types !== undefined &&
    types.size > 0 &&
    [...types].every((type) => type === 'integer' || type === 'number')
  );
}

function describe(types: Facets['types']): string | string[] {
  if (types === undefined) return 'any';
  const names = [...types].sort();
  return names.length === 1 ? (names[0] as string) : names;
}
