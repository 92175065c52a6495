import {
  childSchemas,
  schemasOfSameValue,
  type ApiModel,
  type Schema,
} from '@apipin/openapi-model';
import { isDivided } from './is-divided.ts';

/**
 * The pointers of named schemas that somewhere describe a value together with other schemas: as a member of an `allOf`,
 * beside other keywords, or as a member of a union whose members can match the same value.
 */
export function partSchemas(
  model: ApiModel,
  schemas: ReadonlyMap<string, Schema>,
): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const schema of schemas.values()) visitAlone(schema);
  for (const { requestBody, responses } of model.operations) {
    for (const { content } of [...(requestBody ? [requestBody] : []), ...responses]) {
      for (const { schema } of content) visitAlone(schema);
    }
  }
  return parts;

  function visitAlone(schema: Schema): void {
    if (schema.kind === 'reference') return;
    if (schema.kind === 'union' && isDivided(schema, schemas)) schema.members.forEach(visitAlone);
    else visitPart(schema);
  }

  function visitPart(schema: Schema): void {
    if (schema.kind === 'reference') {
      const target = schemas.get(schema.target);
      if (target === undefined || parts.has(schema.target)) return;
      parts.add(schema.target);
      visitPart(target);
      return;
    }
    const sameValue = new Set(schemasOfSameValue(schema));
    for (const child of childSchemas(schema)) {
      if (sameValue.has(child)) visitPart(child);
      else visitAlone(child);
    }
  }
}
