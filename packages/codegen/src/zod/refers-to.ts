import { childSchemas, type Schema } from '@apipin/openapi-model';

/** Whether `schema` holds a reference, at any depth, to a target that `matches`. */
export function refersTo(schema: Schema, matches: (target: string) => boolean): boolean {
  if (schema.kind === 'reference') return matches(schema.target);
  return childSchemas(schema).some((child) => refersTo(child, matches));
}
