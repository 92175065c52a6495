import {
  sortedEntries,
  type ApiModel,
  type JsonObject,
  type JsonValue,
} from '@apipin/openapi-model';
import type { NameTable } from '../names.ts';
import { typeOperation, type TypeComponents } from './type-operation.ts';
import { typeReference } from './type-reference.ts';
import { typeSchema, type TypeSchemaContext } from './type-schema.ts';

/** What only says what types are made of, and only in ways that openapi-typescript reads. */
export interface TypeDocument {
  /** A document of the operations, whose components refer to `schemas`. */
  readonly root: JsonObject;
  /** The schemas, by the names of their types. */
  readonly schemas: ReadonlyMap<string, JsonObject>;
}

/** Where the types of schemas are, for types that are declared elsewhere. */
export const SCHEMAS = 'Schemas';

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
  names: NameTable,
  valueAt: (pointer: string) => JsonValue | undefined,
  mask: (name: string) => string,
): TypeDocument {
  const schemas = new Map(
    [...model.schemas].map(([pointer, { schema }]) => [
      names.schema(pointer),
      typeSchema(schema, { valueAt, mask, nameOf: names.schema }),
    ]),
  );
  const nameOf = (pointer: string): string => `${SCHEMAS}.${names.schema(pointer)}`;
  const context: TypeSchemaContext = { valueAt, mask, nameOf };
  const componentSchemas = [...model.schemas]
    .filter(([, { isComponent }]) => isComponent)
    .map(([pointer, { name }]) => [mask(name), { $ref: typeReference(nameOf(pointer)) }]);

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
      schemas: Object.fromEntries(componentSchemas),
    },
  };
  return { root, schemas };
}

/** Names would else stand in the order of the operations that use them first. */
function sorted(components: JsonObject): JsonObject {
  return Object.fromEntries(sortedEntries(components));
}
