import type { ApiModel, ReferenceSchema, Schema } from '@apipin/openapi-model';

/** A schema that says itself what it accepts. */
export type ResolvedSchema = Exclude<Schema, ReferenceSchema>;

/** What `schema` stands for, through any number of references: a model has no loops of them. */
export function resolveSchema(schema: Schema, model: ApiModel): ResolvedSchema {
  return schema.kind === 'reference' ? resolveSchema(targetOf(schema, model), model) : schema;
}

/** The last of a chain of references. */
export function finalReference(reference: ReferenceSchema, model: ApiModel): ReferenceSchema {
  const target = targetOf(reference, model);
  return target.kind === 'reference' ? finalReference(target, model) : reference;
}

function targetOf({ target }: ReferenceSchema, { schemas }: ApiModel): Schema {
  const named = schemas.get(target);
  if (named === undefined) throw new RangeError(`the model has no schema ${target}`);
  return named.schema;
}
