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
  tsModifiers,
  transformSchema,
  transformSchemaObject,
  type GlobalContext,
  type OpenAPI3,
  type SchemaObject,
} from 'openapi-typescript';
import ts from 'typescript';
import { selectByDiscriminator } from '../adapt/select-by-discriminator.ts';
import type { GeneratedFile } from '../generated-file.ts';
import type { NameTable } from '../names.ts';
import { INT64_TYPE } from './int64-type.ts';
import { createMaskedNames } from './masked-names.ts';
import { SCHEMAS, typeDocument, type TypeDocument } from './type-document.ts';
import { typeReference } from './type-reference.ts';
import { COMMENT_KEYWORD, INT64_REFERENCE } from './type-schema.ts';

/**
 * Emits the types of a document with openapi-typescript: `schemas.ts` has a type for each schema that has a name, and
 * `types.ts` has `paths`, `components` and `operations`, for the raw client, which refer to those.
 *
 * Its stages are called one by one: loading and validating have happened, and are not to happen a second time.
 *
 * @param document - What `model` was read from.
 */
export function emitTypes(
  document: JsonObject,
  model: ApiModel,
  names: NameTable,
): GeneratedFile[] {
  const masked = createMaskedNames(JSON.stringify(document));
  const { root, schemas } = typeDocument(
    selectByDiscriminator(model),
    names,
    (pointer) => valueAt(document, pointer),
    masked.mask,
  );
  return [
    { path: 'schemas.ts', contents: masked.unmask(emitSchemas(schemas)) },
    { path: 'types.ts', contents: masked.unmask(emitRoot(root, schemas)) },
  ];
}

type Schemas = TypeDocument['schemas'];

function emitSchemas(schemas: Schemas): string {
  if (schemas.size === 0) return 'export {};\n';
  const ctx = createContext((ref) => schemas.get(ref.slice('#/'.length)));
  const declarations = [...schemas].map(([name, schema]) => declareType(name, schema, ctx));
  return `${emitImports([...schemas.values()])}\n${print([...declarations, ...ctx.injectFooter])}`;
}

function declareType(name: string, schema: JsonObject, ctx: GlobalContext): ts.Node {
  const type = transformSchemaObject(schema as object as SchemaObject, { path: '', ctx });
  const modifiers = tsModifiers({ export: true });
  const declaration = ts.factory.createTypeAliasDeclaration(modifiers, name, undefined, type);
  return addComment(declaration, schema);
}

function emitRoot(root: JsonObject, schemas: Schemas): string {
  const ctx = createContext((ref) =>
    ref.startsWith(SCHEMAS_REFERENCE)
      ? schemas.get(ref.slice(SCHEMAS_REFERENCE.length))
      : valueAt(root, ref.slice('#'.length)),
  );
  const declarations = transformSchema(root as object as OpenAPI3, ctx).filter(isWanted);
  return `${emitImports(root)}\n${unindent(print(declarations))}`;
}

/** With an empty line between declarations. */
function print(declarations: readonly ts.Node[]): string {
  return declarations.map((declaration) => astToString(declaration)).join('\n');
}

/** openapi-typescript indents what follows a first line, which editors show as code. */
function unindent(code: string): string {
  return code.replace(/^( *\* ) {4}/gm, '$1');
}

/** What all references to types of `schemas.ts` start with, for types that are declared elsewhere. */
const SCHEMAS_REFERENCE = typeReference(`${SCHEMAS}.`);

function emitImports(used: JsonValue): string {
  const text = JSON.stringify(used);
  return [
    [`${INT64_REFERENCE}"`, `import type { ${INT64_TYPE} } from '@apipin/client-runtime';\n`],
    [SCHEMAS_REFERENCE, `import type * as ${SCHEMAS} from './schemas.js';\n`],
  ]
    .filter(([start]) => text.includes(`"$ref":"${start}`))
    .map(([, line]) => line)
    .join('');
}

/** openapi-typescript declares a section that the document does not have, and `webhooks` is there for its operations. */
function isWanted(node: ts.Node): boolean {
  const isDeclaration = ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node);
  return !isDeclaration || (node.name.text !== 'webhooks' && node.name.text !== '$defs');
}

function createContext(resolve: (ref: string) => JsonValue | undefined): GlobalContext {
  const context: Omit<GlobalContext, 'redoc'> = {
    ...SETTINGS,
    // Types are as validators check: what discriminators add is in the schemas already.
    discriminators: { objects: {}, refsHandled: [] },
    injectFooter: [],
    resolve: (ref) => resolve(ref) as never,
    transformProperty: addComment,
  };
  // `redoc` configures loading alone.
  return context as GlobalContext;
}

function addComment<Node extends ts.Node>(node: Node, schema: object): Node {
  const comment = ownString(schema as JsonObject, COMMENT_KEYWORD);
  if (comment === undefined) return node;
  const text = comment.trim().slice('/*'.length, -'*/'.length);
  return ts.addSyntheticLeadingComment(node, ts.SyntaxKind.MultiLineCommentTrivia, text, true);
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
} satisfies Partial<GlobalContext>;

/** The value at `pointer`, or `undefined`. */
function valueAt(document: JsonValue, pointer: string): JsonValue | undefined {
  return pointerTokens(pointer).reduce<JsonValue | undefined>(
    (value, token) => (Array.isArray(value) ? value[Number(token)] : ownProperty(value, token)),
    document,
  );
}
