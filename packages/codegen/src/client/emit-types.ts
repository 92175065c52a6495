import { ownString, type ApiModel, type JsonObject } from '@apipin/openapi-model';
import {
  astToString,
  scanDiscriminators,
  transformSchema,
  type GlobalContext,
  type OpenAPI3,
} from 'openapi-typescript';
import ts from 'typescript';
import { prepareDocument, valueAt } from './prepare-document.ts';

/**
 * Emits the `paths`, `components` and `operations` of a bundled document with openapi-typescript.
 *
 * The one emitter that reads the document and not the model, since openapi-typescript has a reader of its own. Its
 * stages are called one by one: loading and validating have happened, and are not to happen a second time.
 */
export function emitTypes(document: JsonObject, model: ApiModel): string {
  const prepared = prepareDocument(document, model);
  const schema = prepared as unknown as OpenAPI3;
  const context: Omit<GlobalContext, 'redoc'> = {
    ...SETTINGS,
    discriminators: scanDiscriminators(schema, { silent: true }),
    injectFooter: [],
    resolve: (ref) => resolveLocal(prepared, ref),
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
  // An object that lists no properties may have any.
  emptyObjectsUnknown: true,
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

/** What `ref` means in a bundled document, further references followed. */
function resolveLocal<Value>(document: JsonObject, ref: string): Value | undefined {
  const value = valueAt(document, decodeURIComponent(ref.replace(/^#/, '')));
  const next = ownString(value, '$ref');
  return next === undefined || next === ref ? (value as Value) : resolveLocal(document, next);
}
