import type { ApiModel, Schema } from '@apipin/openapi-model';
import { stringLiteral } from '../source-text.ts';
import { resolveSchema } from './resolve-schema.ts';

/**
 * The type of the text that a value of `schema` is in a URL or a header, in the words of TypeScript.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function wireType(schema: Schema, model: ApiModel): string {
  const resolved = resolveSchema(schema, model);
  switch (resolved.kind) {
    case 'number':
      return '`${number}`';
    case 'boolean':
      return "'true' | 'false'";
    case 'enum': {
      const texts = resolved.values.filter((value) => typeof value === 'string');
      return resolved.isOpen || texts.length < resolved.values.length
        ? 'string'
        : texts.map(stringLiteral).join(' | ');
    }
    default:
      return 'string';
  }
}
