import type { ApiModel, ObjectSchema, Property, Schema } from '@apipin/openapi-model';

/** How deep values and types are spelled out; schemas may lead back to themselves. */
const DEEPEST = 5;

/** What stands behind references. */
export function resolve(model: ApiModel, schema: Schema): Schema {
  if (schema.kind !== 'reference') return schema;
  const target = model.schemas.get(schema.target)?.schema;
  return target === undefined ? schema : resolve(model, target);
}

/** The objects that a value has to match all of. */
export function objectsOf(model: ApiModel, schema: Schema): ObjectSchema[] {
  const resolved = resolve(model, schema);
  if (resolved.kind === 'object') return [resolved];
  return resolved.kind === 'intersection'
    ? resolved.members.flatMap((member) => objectsOf(model, member))
    : [];
}

/** The properties of all these objects, by name. */
export function propertiesOf(model: ApiModel, schema: Schema): ReadonlyMap<string, Property> {
  const all = objectsOf(model, schema).flatMap(({ properties }) => properties);
  return new Map(all.map((property) => [property.name, property]));
}

/** The type that code would write down for a value that it reads. */
export function typeText(model: ApiModel, schema: Schema, depth = 0): string {
  if (depth > DEEPEST) return 'unknown';
  const resolved = resolve(model, schema);
  const textOf = (part: Schema): string => typeText(model, part, depth + 1);
  switch (resolved.kind) {
    case 'null':
    case 'boolean':
    case 'string':
      return resolved.kind;
    case 'number':
      return resolved.integer && resolved.format === 'int64' ? '(number | bigint)' : 'number';
    case 'array':
      return resolved.items === undefined ? 'unknown[]' : `(${textOf(resolved.items)})[]`;
    case 'object': {
      const { properties, additionalProperties } = resolved;
      const members = properties.map(
        ({ name, required, schema: own }) =>
          `${JSON.stringify(name)}${required ? '' : '?'}: ${textOf(own)}`,
      );
      const isMap = properties.length === 0 && additionalProperties !== undefined;
      return `{ ${[...members, ...(isMap ? [`[key: string]: ${textOf(additionalProperties)}`] : [])].join('; ')} }`;
    }
    case 'enum':
      return `(${resolved.values.map((value) => JSON.stringify(value)).join(' | ')})`;
    case 'union':
      return `(${resolved.members.map(textOf).join(' | ')})`;
    case 'intersection':
      return `(${resolved.members.map(textOf).join(' & ')})`;
    default:
      return 'unknown';
  }
}

/** What a value has of what it may have. */
export interface Shape {
  /** Whether it has optional properties. */
  readonly isFull: boolean;
  /** Which of several values or alternatives it takes. */
  readonly variant: number;
}

/** A value that conforms, as code writes it. */
export function valueText(model: ApiModel, schema: Schema, shape: Shape, depth = 0): string {
  if (depth > DEEPEST) return 'undefined as never';
  const resolved = resolve(model, schema);
  const textOf = (part: Schema): string => valueText(model, part, shape, depth + 1);
  switch (resolved.kind) {
    case 'null':
      return 'null';
    case 'boolean':
      return 'true';
    case 'number':
      return resolved.format === 'int64' && shape.variant % 2 === 1 ? '1n' : '1';
    case 'string':
      return '"text"';
    case 'array':
      return resolved.items !== undefined && shape.isFull ? `[${textOf(resolved.items)}]` : '[]';
    case 'enum':
      return JSON.stringify(resolved.values[shape.variant % resolved.values.length]);
    case 'union':
      return textOf(resolved.members[shape.variant % resolved.members.length]!);
    case 'object':
    case 'intersection': {
      const objects = objectsOf(model, resolved);
      if (objects.length === 0 && resolved.kind === 'intersection') {
        const listed = resolved.members.find(({ kind }) => kind === 'enum');
        return textOf(listed ?? resolved.members[0]!);
      }
      const members = [...propertiesOf(model, resolved).values()]
        .filter(({ required }) => required || shape.isFull)
        .map(({ name, schema: own }) => `${JSON.stringify(name)}: ${textOf(own)}`);
      const other = objects.find(({ additionalProperties }) => additionalProperties !== undefined);
      const isMap = members.length === 0 && shape.isFull && other?.additionalProperties;
      return `{ ${[...members, ...(isMap ? [`key: ${textOf(isMap)}`] : [])].join(', ')} }`;
    }
    default:
      return '"anything"';
  }
}
