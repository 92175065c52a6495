import { compareCodeUnits, sortedEntries } from './compare.ts';
import { hasErrors, type Diagnostic } from './diagnostic.ts';
import { isJsonObject, ownProperty, ownString, type JsonObject } from './json.ts';
import type { LinearProgram } from './linear-pattern.ts';
import type { ApiModel, NamedSchema, SecurityScheme, Server } from './model.ts';
import {
  createContext,
  findObject,
  type Dialect,
  type DocumentSource,
  type NormaliseContext,
} from './normalise-context.ts';
import { normaliseOperations } from './normalise-operations.ts';
import { normaliseSchema } from './normalise-schema.ts';
import { childPointer, pointerTokens } from './pointer.ts';
import { reportSchemaLoops } from './schema-loops.ts';

/** The model, absent where the document has errors, and everything there is to say about the document. */
export interface NormaliseResult {
  readonly model: ApiModel | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const SCHEMAS = '/components/schemas';

/** Errors that can be taken as warnings: the validators then accept more, or do more work, than the document says. */
export const ALLOWABLE = ['dynamic-ref', 'pattern-exponential'] as const;

export type AllowableCode = (typeof ALLOWABLE)[number];

/** What normalising lets pass. */
export interface NormaliseOptions {
  /** Errors to take as warnings. */
  readonly allow?: readonly AllowableCode[];
}

/**
 * Turns a bundled OpenAPI 3.0, 3.1 or 3.2 document into the model.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#openapi-object
 */
export function normaliseDocument(
  document: DocumentSource,
  { allow = [] }: NormaliseOptions = {},
): NormaliseResult {
  const diagnostics: Diagnostic[] = [];
  const dialect = dialectOf(document.root);
  if (dialect === undefined) {
    const message = '"openapi" is to be 3.0.x, 3.1.x or 3.2.x; is this an OpenAPI document?';
    const at = document.locate(Object.hasOwn(document.root, 'openapi') ? '/openapi' : '');
    return {
      model: undefined,
      diagnostics: [{ code: 'openapi-version', severity: 'error', at, message }],
    };
  }
  const targets = new Set<string>();
  const allowed = new Set<string>(allow);
  const linearPatterns = new Map<string, LinearProgram>();
  const context = createContext({
    document,
    dialect,
    diagnostics,
    targets,
    linearPatterns,
    allowed,
  });
  const model = { ...normaliseRoot(document.root, targets, context), linearPatterns };
  return { model: hasErrors(diagnostics) ? undefined : model, diagnostics };
}

function dialectOf(root: JsonObject): Dialect | undefined {
  const version = ownProperty(root, 'openapi');
  if (typeof version !== 'string') return undefined;
  if (/^3\.0\.\d/.test(version)) return '3.0';
  return /^3\.[12]\.\d/.test(version) ? '3.1' : undefined;
}

function normaliseRoot(
  root: JsonObject,
  targets: Set<string>,
  context: NormaliseContext,
): Omit<ApiModel, 'linearPatterns'> {
  const info = ownProperty(root, 'info');
  const components = ownProperty(root, 'components');
  const { operations, webhooks } = normaliseOperations(root, context);
  const names = sortedKeys(ownProperty(components, 'schemas'));
  for (const name of names) targets.add(childPointer(SCHEMAS, name));
  const schemas = normaliseSchemas(targets, context);
  reportSchemaLoops(schemas, context);
  return {
    kind: 'api',
    title: ownString(info, 'title') ?? 'API',
    version: ownString(info, 'version') ?? '',
    description: ownString(info, 'description'),
    servers: normaliseServers(root, context),
    operations,
    webhooks,
    schemas,
    securitySchemes: normaliseSecuritySchemes(components, context),
    at: context.at(''),
  };
}

/** Normalising one schema can name further targets, which a Set's iteration then reaches as well. */
function normaliseSchemas(
  targets: Set<string>,
  context: NormaliseContext,
): Map<string, NamedSchema> {
  const schemas = new Map<string, NamedSchema>();
  for (const pointer of targets) {
    const schema = normaliseSchema(context.references.valueAt(pointer), pointer, context);
    schemas.set(pointer, { kind: 'namedSchema', ...nameOf(pointer), schema, at: schema.at });
  }
  return new Map([...schemas].sort(([a], [b]) => compareCodeUnits(a, b)));
}

function nameOf(pointer: string): Pick<NamedSchema, 'name' | 'isComponent'> {
  const tokens = pointerTokens(pointer);
  const isComponent = tokens.length === 3 && pointer.startsWith(`${SCHEMAS}/`);
  if (isComponent) return { name: tokens[2] as string, isComponent };
  const words = tokens.filter(
    (token) => !['components', 'schemas', 'properties', 'schema'].includes(token),
  );
  return { name: words.slice(-3).join('_'), isComponent };
}

function normaliseServers(root: JsonObject, context: NormaliseContext): Server[] {
  const servers = ownProperty(root, 'servers');
  if (!Array.isArray(servers)) return [];
  return servers.flatMap((server, index): Server[] => {
    const url = ownString(server, 'url');
    if (url === undefined) return [];
    const variables = ownProperty(server, 'variables');
    const filled = url.replace(/\{([^}]*)\}/g, (placeholder, name: string) => {
      return ownString(ownProperty(variables, name), 'default') ?? placeholder;
    });
    return [{ kind: 'server', url: filled, at: context.at(`/servers/${index}`) }];
  });
}

function normaliseSecuritySchemes(
  components: JsonObject[string] | undefined,
  context: NormaliseContext,
): Map<string, SecurityScheme> {
  const schemes = ownProperty(components, 'securitySchemes');
  const found = new Map<string, SecurityScheme>();
  for (const name of sortedKeys(schemes)) {
    const pointer = childPointer('/components/securitySchemes', name);
    const scheme = normaliseSecurityScheme(ownProperty(schemes, name), pointer, context);
    if (scheme !== undefined) found.set(name, scheme);
  }
  return found;
}

function normaliseSecurityScheme(
  value: JsonObject[string] | undefined,
  pointer: string,
  context: NormaliseContext,
): SecurityScheme | undefined {
  const found = findObject(value, pointer, context);
  if (found === undefined) return undefined;
  const { type, in: location, name } = found.value;
  const base = {
    description: ownString(found.value, 'description'),
    details: withoutDescription(found.value),
    at: context.at(found.pointer),
  };
  switch (type) {
    case 'http':
    case 'oauth2':
    case 'openIdConnect':
    case 'mutualTLS':
      return { kind: type, ...base };
    case 'apiKey':
      if (
        typeof name === 'string' &&
        (location === 'query' || location === 'header' || location === 'cookie')
      ) {
        return { kind: 'apiKey', in: location, name, ...base };
      }
      break;
  }
  context.report(
    'error',
    'security-scheme-invalid',
    found.pointer,
    'a security scheme needs a known "type"; an apiKey also "in" and "name"',
  );
  return undefined;
}

function withoutDescription(scheme: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(scheme).filter(([name]) => name !== 'description'));
}

function sortedKeys(value: JsonObject[string] | undefined): string[] {
  return isJsonObject(value) ? sortedEntries(value).map(([name]) => name) : [];
}
