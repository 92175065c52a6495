import type { ApiModel, Schema } from '@apipin/openapi-model';
import type { Webhooks } from '../find-webhooks.ts';
import type { GeneratedFile } from '../generated-file.ts';
import { emitDrift } from '../drift/emit-drift.ts';
import type { NameTable } from '../names.ts';
import { emitRuntimeModules, type RuntimeUse } from '../runtime-modules.ts';
import { emitFast } from '../predicate/emit-fast.ts';
import { docComment, propertyKey, pure } from '../source-text.ts';
import { emitAgreement } from './emit-agreement.ts';
import { emitOperationValidators } from './emit-operation-validators.ts';
import { emitSchema } from './emit-schema.ts';
import { emitType } from './emit-type.ts';
import { moduleOf, type Module } from './module.ts';
import { findReferenceCycles } from './reference-cycles.ts';
import { refersTo } from './refers-to.ts';
import { createZodContext, type SharedEmission, type ZodContext } from './zod-context.ts';

/**
 * Emits zod validators: `schemas.ts` has one for each named schema, `operations.ts` those of each operation, and
 * `registry.ts` maps the spec's own names to both, and the names of events to what is delivered. `fast.ts` and `drift.ts`
 * have what that maps to behind predicates, and tolerant of what is new.
 *
 * @param clientPackage - The package with the types to agree with; with it comes a type test that they do.
 */
export function emitZod(
  model: ApiModel,
  names: NameTable,
  webhooks: Webhooks | undefined,
  clientPackage: string | undefined,
): GeneratedFile[] {
  const schemas = new Map([...model.schemas].map(([pointer, { schema }]) => [pointer, schema]));
  const use: RuntimeUse = { checks: new Set(), values: new Set() };
  const { linearPatterns } = model;
  const shared = { names, schemas, linearPatterns, cycles: findReferenceCycles(schemas), use };
  const files = [
    { path: 'schemas.ts', contents: emitSchemas(model, shared) },
    { path: 'operations.ts', contents: emitOperations(model, shared) },
    { path: 'registry.ts', contents: emitRegistry(model, names, webhooks) },
  ];
  files.push(...emitFast(model, names, webhooks, use), ...emitDrift(model, names, use));
  files.push(...emitRuntimeModules(use));
  files.push({ path: 'index.ts', contents: emitIndex(use, webhooks !== undefined) });
  if (clientPackage !== undefined) {
    const hasComponents = [...model.schemas.values()].some(({ isComponent }) => isComponent);
    files.push({
      path: 'agreement.test-d.ts',
      contents: emitAgreement(clientPackage, {
        hasComponents,
        hasWebhooks: webhooks !== undefined,
      }),
    });
  }
  return files;
}

function emitIndex(use: RuntimeUse, hasWebhooks: boolean): string {
  return `export * from './operations.js';
export { components, operations${hasWebhooks ? ', webhooks' : ''} } from './registry.js';
export * from './schemas.js';
${use.checks.has('openEnum') ? "export { onUnknownValue, type UnknownValue } from './values.js';\n" : ''}`;
}

function emitSchemas(model: ApiModel, shared: SharedEmission): string {
  const modules = new Set<Module>(['z']);
  const declarations = shared.cycles.order.map((pointer) => {
    const named = model.schemas.get(pointer);
    if (named === undefined) throw new RangeError(`no schema at ${pointer}`);
    const context = createZodContext({ ...shared, pointer, modules });
    return emitDeclaration(pointer, named.schema, context);
  });
  return moduleOf(declarations, modules);
}

function emitOperations(model: ApiModel, shared: SharedEmission): string {
  const modules = new Set<Module>();
  const context = createZodContext({ ...shared, pointer: undefined, modules });
  const declarations = emitOperationValidators(model, shared.names, context);
  // Parameters, and bodies that are no reference, are built in place.
  if (declarations.some((code) => /(^|[^.\w])z\./m.test(code))) modules.add('z');
  return moduleOf(declarations, modules);
}

function emitDeclaration(pointer: string, schema: Schema, context: ZodContext): string {
  const name = context.nameOf(pointer);
  const comment = docComment([
    schema.title,
    schema.description,
    schema.deprecated ? '@deprecated' : undefined,
  ]);
  const code = emitGuarded(schema, context);
  const isAnnotated = leadsBackAtOnce(schema, context);
  const annotation = isAnnotated ? `: z.ZodType<${name}>` : '';
  const type =
    isAnnotated || context.hasWrittenType(pointer)
      ? emitType(schema, (target) => context.nameOf(target))
      : `z.output<typeof ${name}>`;
  return `${comment}export const ${name}${annotation} = ${code};\nexport type ${name} = ${type};\n`;
}

/** Looking into a value is quicker without zod; a plain type is looked at as quickly with it. */
function emitGuarded(schema: Schema, context: ZodContext): string {
  const { code } = emitSchema(schema, context);
  return GUARDED.has(schema.kind)
    ? `/* @__PURE__ */ z.guardedBy(${context.ownPredicate()}, () => ${code})`
    : pure(code);
}

const GUARDED: ReadonlySet<Schema['kind']> = new Set([
  'array',
  'object',
  'union',
  'intersection',
  'unevaluated',
]);

/** The compiler follows a cycle through the getters of an object's properties, and through nothing else. */
function leadsBackAtOnce(schema: Schema, context: ZodContext): boolean {
  const isRecursive = (part: Schema): boolean =>
    refersTo(part, (target) => context.isRecursive(target));
  if (schema.kind !== 'object') return isRecursive(schema);
  const { properties, ...rest } = schema;
  return (
    isRecursive({ ...rest, properties: [] }) ||
    properties.some(({ name, schema: part }) => name in Object.prototype && isRecursive(part))
  );
}

function emitRegistry(model: ApiModel, names: NameTable, webhooks: Webhooks | undefined): string {
  const components = [...model.schemas]
    .filter(([, { isComponent }]) => isComponent)
    .map(([pointer, { name }]) => `${propertyKey(name)}: schemas.${names.schema(pointer)},`);
  const operations = [...model.operations]
    .map(({ operationId }) => operationId)
    .sort()
    .map(
      (operationId) => `${propertyKey(operationId)}: validators.${names.operation(operationId)},`,
    );
  const modules = new Set<Module>();
  if (components.length > 0) modules.add('schemas');
  if (operations.length > 0) modules.add('validators');
  const declarations = [
    `/** The validator of each component schema, by its name in the spec. */
export const components = {\n${components.join('\n')}\n} as const;\n`,
    `/** The validators of each operation, by its operationId. */
export const operations = {\n${operations.join('\n')}\n} as const;\n`,
    ...(webhooks === undefined ? [] : [emitWebhookRegistry(webhooks, names)]),
  ];
  return moduleOf(declarations, modules);
}

function emitWebhookRegistry({ events }: Webhooks, names: NameTable): string {
  const members = events.map(
    ({ name, schema }) => `${propertyKey(name)}: schemas.${names.schema(schema.target)},`,
  );
  return `/** The validator of what each webhook delivers, by the name of its event. */
export const webhooks = {\n${members.join('\n')}\n} as const;\n`;
}
