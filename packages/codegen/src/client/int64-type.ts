import type { Schema } from '@apipin/openapi-model';

/** The type that the client runtime has for integers of format `int64`: programs may have it say more than `number`. */
export const INT64_TYPE = 'Int64';

/** Whether the values of `schema` are of that type. */
export function isInt64(schema: Schema): boolean {
  return schema.kind === 'number' && schema.integer && schema.format === 'int64';
}
