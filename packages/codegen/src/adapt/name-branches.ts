import {
  childSchemas,
  mapChildSchemas,
  type ApiModel,
  type NamedSchema,
  type Schema,
} from '@apipin/openapi-model';
import { findReferenceCycles } from '../zod/reference-cycles.ts';

/**
 * Gives names to the branches of schemas that lead back to themselves, in documents with `unevaluatedProperties` or
 * `unevaluatedItems`.
 *
 * What such a keyword looks at depends on which branches a value matches, those of schemas that are referred to
 * included. Written out in place, a branch that holds the keyword again would have no end.
 */
export function nameBranches(model: ApiModel): ApiModel {
  const schemas = new Map([...model.schemas].map(([pointer, { schema }]) => [pointer, schema]));
  if (![...schemas.values()].some(hasUnevaluated)) return model;
  const { inCycle } = findReferenceCycles(schemas);
  const named = new Map(model.schemas);
  for (const [pointer, entry] of model.schemas) {
    if (!inCycle(pointer, pointer)) continue;
    named.set(pointer, { ...entry, schema: withNamedBranches(entry.schema, entry.name, named) });
  }
  return { ...model, schemas: named };
}

function hasUnevaluated(schema: Schema): boolean {
  return schema.kind === 'unevaluated' || childSchemas(schema).some(hasUnevaluated);
}

function withNamedBranches(schema: Schema, name: string, named: Map<string, NamedSchema>): Schema {
  const inside = (child: Schema): Schema => withNamedBranches(child, name, named);
  const branch = (child: Schema): Schema => nameBranch(inside(child), name, named);
  switch (schema.kind) {
    case 'union':
      return schema.mode === 'types'
        ? mapChildSchemas(schema, inside)
        : mapChildSchemas(schema, branch);
    case 'conditional':
      return { ...mapChildSchemas(schema, inside), condition: branch(schema.condition) } as Schema;
    default:
      return mapChildSchemas(schema, inside);
  }
}

function nameBranch(schema: Schema, name: string, named: Map<string, NamedSchema>): Schema {
  if (schema.kind === 'reference') return schema;
  const { at, title, description, deprecated, readOnly, writeOnly, extras } = schema;
  const annotations = {
    title,
    description,
    deprecated,
    readOnly,
    writeOnly,
    default: schema.default,
    extras,
  };
  named.set(at.pointer, {
    kind: 'namedSchema',
    name: `${name} branch`,
    isComponent: false,
    schema,
    at,
  });
  return {
    kind: 'reference',
    ...annotations,
    at,
    target: at.pointer,
  };
}
