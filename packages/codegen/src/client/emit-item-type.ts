import type { ApiModel, Operation, Schema } from '@apipin/openapi-model';
import { isJson, preferredMediaType } from '../media-types.ts';
import type { NameTable } from '../names.ts';
import { stringLiteral } from '../source-text.ts';
import { emitType } from './emit-type.ts';

/**
 * Emits the type of the items of a page.
 *
 * @param path - The properties that lead to the items.
 * @param page - The type of the page.
 */
export function emitItemType(
  { responses }: Operation,
  path: readonly string[],
  page: string,
  model: ApiModel,
  names: NameTable,
): string {
  const media = responses
    .filter(({ status }) => status.startsWith('2'))
    .map(({ content }) => preferredMediaType(content))
    .find((each) => each !== undefined && isJson(each.mediaType));
  const items = resolve(
    path.reduce<Schema | undefined>((at, name) => property(at, name, model), media?.schema),
    model,
  );
  const named =
    items?.kind === 'array' && items.items !== undefined && items.prefixItems.length === 0
      ? emitType(items.items, names)
      : undefined;
  return (
    named ??
    `${path.reduce((type, name) => `NonNullable<${type}>[${stringLiteral(name)}]`, page)}[number]`
  );
}

function property(schema: Schema | undefined, name: string, model: ApiModel): Schema | undefined {
  const object = resolve(schema, model);
  return object?.kind === 'object'
    ? object.properties.find((each) => each.name === name)?.schema
    : undefined;
}

/** A reference may lead to another, and never in a circle: such schemas are refused before. */
function resolve(schema: Schema | undefined, model: ApiModel): Schema | undefined {
  return schema?.kind === 'reference'
    ? resolve(model.schemas.get(schema.target)?.schema, model)
    : schema;
}
