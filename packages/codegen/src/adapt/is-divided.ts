import type { Schema, UnionSchema } from '@apipin/openapi-model';
import { areExclusive, tagOf } from '../exclusive.ts';

/** Whether no value can match two members of `union`: their types differ, or the values of a property do. */
export function isDivided(union: UnionSchema, schemas: ReadonlyMap<string, Schema>): boolean {
  return (
    union.mode === 'types' ||
    tagOf(union, schemas) !== undefined ||
    areExclusive(union.members, schemas)
  );
}
