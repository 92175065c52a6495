import type { Schema } from '@apipin/openapi-model';
import type { NameTable } from '../names.ts';
import { stringLiteral } from '../source-text.ts';
import { INT64_TYPE, isInt64 } from './int64-type.ts';

/** A type that reads well in place; `undefined` where only openapi-typescript's own will do. */
export function emitType(schema: Schema, names: NameTable): string | undefined {
  switch (schema.kind) {
    case 'reference':
      return `Schemas.${names.schema(schema.target)}`;
    case 'boolean':
      return 'boolean';
    case 'number':
      return isInt64(schema) ? INT64_TYPE : 'number';
    case 'string':
      return schema.format === 'binary' ? undefined : 'string';
    case 'enum':
      return schema.values.length > 0 && schema.values.every((value) => typeof value === 'string')
        ? schema.values.map(stringLiteral).join(' | ')
        : undefined;
    case 'array': {
      const items = schema.items === undefined ? undefined : emitType(schema.items, names);
      if (items === undefined || schema.prefixItems.length > 0) return undefined;
      return items.includes(' ') ? `(${items})[]` : `${items}[]`;
    }
    default:
      return undefined;
  }
}
