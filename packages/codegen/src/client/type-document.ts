import {
  sortedEntries,
  type ApiModel,
  type JsonObject,
  type JsonValue,
} from '@apipin/openapi-model';
import { takeName } from '../take-name.ts';
import { findCircularLists } from './circular-lists.ts';
import { typeOperation, type TypeComponents } from './type-operation.ts';
import { typeReference } from './type-reference.ts';
import { typeSchema, type TypeSchemaContext } from './type-schema.ts';

/** A document that only says what types are made of, and only in ways that openapi-typescript reads. */
export interface TypeDocument {
  readonly root: JsonObject;
  /** The lists whose types need a name, by that name. */
  readonly lists: ReadonlyMap<string, JsonObject>;
}

/** The methods that openapi-typescript finds in a path item. */
const METHODS: readonly string[] = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
];

/**
 * Writes `model` as a document for openapi-typescript.
 *
 * openapi-typescript fails at much that documents may say (a `$ref` by `$id`, boolean members of a union, `%` in names),
 * gets some wrong (keywords beside a `$ref`, references to references) and takes data for keywords. The model is past
 * all that.
 *
 * @param valueAt - What stands at a pointer of the document that `model` was read from.
 * @param mask - See `MaskedNames`.
 */
export function typeDocument(
  model: ApiModel,
  valueAt: (pointer: string) => JsonValue | undefined,
  mask: (name: string) => string,
): TypeDocument {
  const { refTo, definitionNames } = nameTargets(model, mask);
  const circularLists = findCircularLists(model);
  const lists = new Map<string, JsonObject>();
  const context: TypeSchemaContext = {
    valueAt,
    refTo,
    mask,
    aliasOf({ at }, keywords) {
      const name = circularLists.get(at.pointer);
      if (name !== undefined) lists.set(name, keywords);
      return name;
    },
  };

  const schemas: [string, JsonObject][] = [];
  const definitions: [string, JsonObject][] = [];
  for (const [pointer, { name, schema }] of model.schemas) {
    const definition = definitionNames.get(pointer);
    if (definition === undefined) schemas.push([mask(name), typeSchema(schema, context)]);
    else definitions.push([definition, typeSchema(schema, context)]);
  }

  const components: TypeComponents = { parameters: {}, requestBodies: {}, responses: {} };
  const paths: Record<string, Record<string, JsonObject>> = {};
  const unknownToPaths: Record<string, JsonObject> = {};
  for (const operation of model.operations) {
    const type = typeOperation(operation, components, context);
    if (METHODS.includes(operation.method)) {
      (paths[mask(operation.path)] ??= {})[operation.method] = type;
    } else {
      // Any method will do: what matters is that the operation is listed by its id.
      unknownToPaths[mask(operation.operationId)] = { get: type };
    }
  }
  const root = {
    paths,
    webhooks: unknownToPaths,
    components: {
      parameters: sorted(components.parameters),
      requestBodies: sorted(components.requestBodies),
      responses: sorted(components.responses),
      schemas: Object.fromEntries(schemas),
    },
    ...(definitions.length === 0 ? {} : { $defs: objectOf(definitions) }),
  };
  return { root, lists };
}

/** Components keep their names; what a `$ref` finds elsewhere gets one among `$defs`. */
function nameTargets(
  { schemas }: ApiModel,
  mask: (name: string) => string,
): {
  readonly refTo: TypeSchemaContext['refTo'];
  readonly definitionNames: ReadonlyMap<string, string>;
} {
  const taken = new Set<string>();
  const definitionNames = new Map<string, string>();
  for (const [pointer, { name, isComponent }] of schemas) {
    if (!isComponent) {
      definitionNames.set(pointer, mask(takeName(name.replace(/\W+/g, '_') || 'document', taken)));
    }
  }
  return {
    definitionNames,
    refTo(pointer) {
      const definition = definitionNames.get(pointer);
      return definition === undefined
        ? typeReference('components', 'schemas', mask(schemas.get(pointer)?.name ?? ''))
        : typeReference('$defs', definition);
    },
  };
}

/** Names would else stand in the order of the operations that use them first. */
function sorted(components: JsonObject): JsonObject {
  return Object.fromEntries(sortedEntries(components));
}

/** The root of `$defs` is read as a schema. */
function objectOf(properties: readonly [name: string, schema: JsonObject][]): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: properties.map(([name]) => name),
  };
}
