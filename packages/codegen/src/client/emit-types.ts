import type { ApiModel, JsonObject } from '@apipin/openapi-model';
import {
  astToString,
  scanDiscriminators,
  transformSchema,
  type GlobalContext,
  type OpenAPI3,
} from 'openapi-typescript';
import ts from 'typescript';
import { nameReferenceTargets } from './name-reference-targets.ts';

/**
 * Emits the `paths`, `components` and `operations` of a bundled document with openapi-typescript.
 *
 * The one emitter that reads the document and not the model, since openapi-typescript has a reader of its own. Its
 * stages are called one by one: loading and validating have happened, and are not to happen a second time.
 */
export function emitTypes(document: JsonObject, model: ApiModel): string {
  const named = nameReferenceTargets(withOperationIds(document, model), model);
  const schema = named as unknown as OpenAPI3;
  const context: Omit<GlobalContext, 'redoc'> = {
    ...SETTINGS,
    discriminators: scanDiscriminators(schema, { silent: true }),
    injectFooter: [],
    resolve: (ref) => resolveLocal(schema, ref),
  };
  // `redoc` configures loading alone.
  const nodes = transformSchema(schema, context as GlobalContext);
  return astToString(nodes.filter((node) => !isEmptyAlias(node, schema)));
}

/** openapi-typescript declares sections that the document does not have. */
function isEmptyAlias(node: ts.Node, schema: object): boolean {
  return (
    ts.isTypeAliasDeclaration(node) &&
    ['webhooks', '$defs'].includes(node.name.text) &&
    !Object.hasOwn(schema, node.name.text)
  );
}

const SETTINGS = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  // A default is documentation: a server may still leave the property out.
  defaultNonNullable: false,
  emptyObjectsUnknown: false,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  postTransform: undefined,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
  transform: undefined,
  transformProperty: undefined,
} satisfies Partial<GlobalContext>;

function resolveLocal<Value>(document: unknown, ref: string): Value | undefined {
  let value = document;
  for (const token of ref.replace(/^#\/?/, '').split('/')) {
    const name = decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
      return undefined;
    value = Reflect.get(value, name);
  }
  const next: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, '$ref') : undefined;
  return typeof next === 'string' && next !== ref ? resolveLocal(document, next) : (value as Value);
}

/** Operations without an id get the derived one, so that `operations` lists them all. */
function withOperationIds(document: JsonObject, model: ApiModel): JsonObject {
  const copy = structuredClone(document) as Record<string, unknown>;
  for (const { at, operationId } of model.operations) {
    const operation = resolveLocal<Record<string, unknown>>(copy, `#${at.pointer}`);
    if (operation !== undefined) operation['operationId'] ??= operationId;
  }
  return copy as JsonObject;
}
