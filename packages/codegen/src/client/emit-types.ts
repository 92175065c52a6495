import {
  ownProperty,
  ownString,
  pointerTokens,
  type ApiModel,
  type JsonObject,
  type JsonValue,
} from '@apipin/openapi-model';
import {
  astToString,
  transformSchema,
  transformSchemaObject,
  type GlobalContext,
  type OpenAPI3,
  type SchemaObject,
} from 'openapi-typescript';
import ts from 'typescript';
import { selectByDiscriminator } from '../adapt/select-by-discriminator.ts';
import { INT64_TYPE } from './int64-type.ts';
import { createMaskedNames } from './masked-names.ts';
import { typeDocument } from './type-document.ts';
import { ALIAS_KEYWORD } from './type-schema.ts';

/**
 * Emits the `paths`, `components` and `operations` of a document with openapi-typescript.
 *
 * Its stages are called one by one: loading and validating have happened, and are not to happen a second time.
 *
 * @param document - What `model` was read from.
 */
export function emitTypes(document: JsonObject, model: ApiModel): string {
  const masked = createMaskedNames(JSON.stringify(document));
  const { root, lists } = typeDocument(
    selectByDiscriminator(model),
    (pointer) => valueAt(document, pointer),
    masked.mask,
  );
  const aliasesInUse = new Set<string>();
  const context: Omit<GlobalContext, 'redoc'> = {
    ...SETTINGS,
    // Types are as validators check: what discriminators add is in the schemas already.
    discriminators: { objects: {}, refsHandled: [] },
    injectFooter: [],
    resolve: (ref) => valueAt(root, ref.slice(1)) as never,
    transform: (schema) => referenceToAlias(schema, aliasesInUse),
  };
  // `redoc` configures loading alone.
  const ctx = context as GlobalContext;
  const declarations = transformSchema(root as object as OpenAPI3, ctx).filter(
    (node) => !isUnwanted(node, root),
  );
  const aliases = [...lists].map(([name, list]) =>
    declareAlias(name, transformSchemaObject(list as object as SchemaObject, { path: '', ctx })),
  );
  const imports = aliasesInUse.has(INT64_TYPE)
    ? `import type { ${INT64_TYPE} } from '@apipin/client-runtime';\n\n`
    : '';
  return imports + masked.unmask(astToString([...declarations, ...aliases]));
}

/** openapi-typescript declares sections that the document does not have, and `webhooks` is there for its operations. */
function isUnwanted(node: ts.Node, root: JsonObject): boolean {
  if (!ts.isTypeAliasDeclaration(node) && !ts.isInterfaceDeclaration(node)) return false;
  const { text } = node.name;
  return text === 'webhooks' || (text === '$defs' && !Object.hasOwn(root, text));
}

function referenceToAlias(schema: object, inUse: Set<string>): ts.TypeNode | undefined {
  const alias = ownString(schema as JsonObject, ALIAS_KEYWORD);
  if (alias === undefined) return undefined;
  inUse.add(alias);
  return ts.factory.createTypeReferenceNode(alias);
}

function declareAlias(name: string, type: ts.TypeNode): ts.TypeAliasDeclaration {
  return ts.factory.createTypeAliasDeclaration(undefined, name, undefined, type);
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
  transformProperty: undefined,
} satisfies Partial<GlobalContext>;

/** The value at `pointer`, or `undefined`. */
function valueAt(document: JsonValue, pointer: string): JsonValue | undefined {
  return pointerTokens(pointer).reduce<JsonValue | undefined>(
    (value, token) => (Array.isArray(value) ? value[Number(token)] : ownProperty(value, token)),
    document,
  );
}
