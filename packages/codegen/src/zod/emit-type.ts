import type { EnumSchema, ObjectSchema, Schema } from '@apipin/openapi-model';
import { propertyKey, stringLiteral } from '../source-text.ts';

/**
 * Emits the type of the values that the validator of `schema` gives, for a validator whose type cannot be inferred since
 * it leads back to itself.
 *
 * @param nameOf - The type of the schema at a pointer.
 */
export function emitType(schema: Schema, nameOf: (target: string) => string): string {
  const inside = (child: Schema): string => emitType(child, nameOf);
  switch (schema.kind) {
    case 'any':
    case 'not':
    case 'conditional':
    case 'dependent':
      return 'unknown';
    case 'never':
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
      return schema.kind;
    case 'enum':
      return emitEnum(schema);
    case 'array':
      return schema.items === undefined || schema.prefixItems.length > 0
        ? 'readonly unknown[]'
        : `(${inside(schema.items)})[]`;
    case 'object':
      return emitObject(schema, inside);
    case 'reference':
      return nameOf(schema.target);
    case 'union':
      return `(${schema.members.map(inside).join(' | ')})`;
    case 'intersection':
      return `(${schema.members.map(inside).join(' & ')})`;
    case 'unevaluated':
      return inside(schema.schema);
  }
}

function emitEnum({ values, isOpen }: EnumSchema): string {
  if (isOpen) return 'string';
  const literals = values.map((value) => {
    if (typeof value === 'string') return stringLiteral(value);
    return typeof value === 'object' && value !== null ? 'unknown' : String(value);
  });
  return `(${literals.join(' | ')})`;
}

/** What the compiler would make of other names than those of properties depends on those; so they may be anything. */
function emitObject(
  { properties, patternProperties, additionalProperties }: ObjectSchema,
  inside: (child: Schema) => string,
): string {
  const named = properties.filter(({ name }) => !(name in Object.prototype));
  if (named.length === 0 && additionalProperties !== undefined) {
    return `{ [name: string]: ${inside(additionalProperties)} }`;
  }
  if (named.length === 0) return '{ readonly [name: string]: unknown }';
  const members = named.map(
    ({ name, required, schema }) =>
      `${propertyKey(name)}${required ? '' : '?'}: ${inside(schema)};`,
  );
  const isClosed = additionalProperties?.kind === 'never' && patternProperties.length === 0;
  return `{ ${[...members, isClosed ? '' : '[name: string]: unknown;'].join(' ')} }`;
}
