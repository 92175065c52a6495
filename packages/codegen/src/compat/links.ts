import { childSchemas, type ApiModel, type Schema } from '@apipin/openapi-model';
import { resolveSchema } from './resolve-schema.ts';

/**
 * Properties whose strings lead to other operations of the API, as `paging.next.link` does. OpenAPI has no word for
 * that, so the name decides; what turns out to lead elsewhere is kept by whoever maps it.
 */
const LINK_NAMES: ReadonlySet<string> = new Set(['link', 'href']);

/** Whether a property is a URL of the API. */
export function isLink(name: string, schema: Schema, model: ApiModel): boolean {
  return LINK_NAMES.has(name) && resolveSchema(schema, model).kind === 'string';
}

/** Says whether values of a schema can hold a URL of the API. */
export function createLinkFinder(model: ApiModel): (schema: Schema) => boolean {
  return (schema) => {
    const seen = new Set<string>();
    return holdsLink(schema);

    function holdsLink(inner: Schema): boolean {
      if (inner.kind === 'reference') {
        if (seen.has(inner.target)) return false;
        seen.add(inner.target);
        return holdsLink(resolveSchema(inner, model));
      }
      if (inner.kind === 'object') {
        const { properties } = inner;
        if (properties.some((property) => isLink(property.name, property.schema, model)))
          return true;
      }
      return childSchemas(inner).some(holdsLink);
    }
  };
}
