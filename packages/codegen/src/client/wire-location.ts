import type { Parameter } from '@apipin/openapi-model';

/**
 * Where a client sends a parameter. One of the whole query string (`querystring`) is an object, whose properties go there
 * as those of an exploded query parameter do.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#parameter-locations
 */
export function wireLocation(parameter: Parameter): 'path' | 'query' | 'header' | 'cookie' {
  return parameter.in === 'querystring' ? 'query' : parameter.in;
}
