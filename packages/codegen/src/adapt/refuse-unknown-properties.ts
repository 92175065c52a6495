import {
  mapChildSchemas,
  mapModelSchemas,
  NO_ANNOTATIONS,
  schemasOfSameValue,
  type ApiModel,
  type NamedSchema,
  type Schema,
} from '@apipin/openapi-model';
import { isDivided } from './is-divided.ts';
import { partSchemas } from './part-schemas.ts';

type Schemas = ReadonlyMap<string, Schema>;

/**
 * Closes every object that lists properties and does not say what further ones are, as if it said
 * `additionalProperties: false`. Where several schemas describe one object together, the whole is closed as if it said
 * `unevaluatedProperties: false`. Named schemas among those have an open twin for that: to each of them, the properties
 * of the others are unknown.
 */
export function refuseUnknownProperties(model: ApiModel): ApiModel {
  const schemas = new Map([...model.schemas].map(([pointer, { schema }]) => [pointer, schema]));
  const parts = partSchemas(model, schemas);
  const closed = mapModelSchemas(model, close);
  const twins = [...model.schemas]
    .filter(([pointer]) => parts.has(pointer))
    .map(([pointer, named]): [string, NamedSchema] => [
      twinOf(pointer),
      {
        ...named,
        name: `${named.name} open`,
        isComponent: false,
        schema: closeInside(named.schema),
      },
    ]);
  return { ...closed, schemas: new Map([...closed.schemas, ...twins]) };

  /** Closes a schema that describes a value alone. */
  function close(schema: Schema): Schema {
    switch (schema.kind) {
      case 'object':
        return listsProperties(schema) && schema.additionalProperties === undefined
          ? closeInside({ ...schema, additionalProperties: never(schema) })
          : closeInside(schema);
      case 'reference':
        return schema;
      case 'union':
        return isDivided(schema, schemas)
          ? { ...schema, members: schema.members.map(close) }
          : closeWhole(schema);
      default:
        return closeWhole(schema);
    }
  }

  function closeWhole(schema: Schema): Schema {
    const inside = closeInside(schema);
    if (!describesProperties(schema, schemas)) return inside;
    if (inside.kind === 'unevaluated') {
      return { ...inside, properties: inside.properties ?? never(schema) };
    }
    const base = { ...NO_ANNOTATIONS, at: schema.at };
    return {
      kind: 'unevaluated',
      ...base,
      schema: inside,
      properties: never(schema),
      items: undefined,
    };
  }

  /** Closes what is inside the value, and not the value that `schema` describes with others. */
  function closeInside(schema: Schema): Schema {
    switch (schema.kind) {
      case 'reference':
        return { ...schema, target: twinOf(schema.target) };
      case 'object':
      case 'array':
        return mapChildSchemas(schema, close);
      // A condition that is harder to meet would let more pass elsewhere.
      case 'not':
      case 'conditional':
        return schema;
      case 'unevaluated':
        return {
          ...schema,
          schema: closeInside(schema.schema),
          properties: schema.properties && close(schema.properties),
          items: schema.items && close(schema.items),
        };
      default:
        return mapChildSchemas(schema, closeInside);
    }
  }
}

/** Where the open twin of a named schema is: no pointer of a document ends like this. */
function twinOf(pointer: string): string {
  return `${pointer}~open`;
}

function never({ at }: Schema): Schema {
  return { kind: 'never', ...NO_ANNOTATIONS, at };
}

function listsProperties(schema: Schema): boolean {
  return schema.kind === 'object' && schema.properties.length + schema.patternProperties.length > 0;
}

/** Whether `schema`, or one that it applies to the same value, lists properties. */
function describesProperties(schema: Schema, schemas: Schemas): boolean {
  const target = schema.kind === 'reference' ? schemas.get(schema.target) : undefined;
  return (
    listsProperties(schema) ||
    [...(target ? [target] : []), ...schemasOfSameValue(schema)].some((part) =>
      describesProperties(part, schemas),
    )
  );
}
