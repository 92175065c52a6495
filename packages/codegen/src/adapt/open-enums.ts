import {
  mapChildSchemas,
  mapModelSchemas,
  type ApiModel,
  type Schema,
} from '@apipin/openapi-model';
import { isDivided } from './is-divided.ts';

type Schemas = ReadonlyMap<string, Schema>;

/**
 * Opens enumerations of several strings to further strings, wherever that lets a schema accept more.
 *
 * A single value is a tag, which tells the members of a union apart, and stays.
 */
export function openEnums(model: ApiModel): ApiModel {
  const schemas = new Map([...model.schemas].map(([pointer, { schema }]) => [pointer, schema]));
  return mapModelSchemas(model, (schema) => open(schema, schemas));
}

function open(schema: Schema, schemas: Schemas): Schema {
  const inside = (child: Schema): Schema => open(child, schemas);
  switch (schema.kind) {
    case 'enum':
      return {
        ...schema,
        isOpen:
          schema.values.length > 1 && schema.values.every((value) => typeof value === 'string'),
      };
    // What these accept more, the whole accepts less.
    case 'not':
    case 'conditional':
      return schema;
    case 'union': {
      // Members that excluded each other may both take what is new.
      const mode = schema.mode === 'oneOf' && isDivided(schema, schemas) ? 'anyOf' : schema.mode;
      return { ...schema, mode, members: schema.members.map(inside) };
    }
    default:
      return mapChildSchemas(schema, inside);
  }
}
