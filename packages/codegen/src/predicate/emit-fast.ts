import type { ApiModel, Operation, Schema } from '@apipin/openapi-model';
import type { Webhooks } from '../find-webhooks.ts';
import type { GeneratedFile } from '../generated-file.ts';
import { capitalise, type NameTable } from '../names.ts';
import { operationSchemas } from '../operation-schemas.ts';
import type { RuntimeUse } from '../runtime-modules.ts';
import { propertyKey, pure, statusKey } from '../source-text.ts';
import { takeName } from '../take-name.ts';
import { emitPredicates, type NamedPredicate } from './emit-predicates.ts';

/**
 * Emits the fast path: `predicates.ts` with a function for each schema, and `fast.ts` with the registry's maps again,
 * each validator behind its predicate.
 */
export function emitFast(
  model: ApiModel,
  names: NameTable,
  webhooks: Webhooks | undefined,
  use: RuntimeUse,
): GeneratedFile[] {
  const schemas = new Map([...model.schemas].map(([pointer, { schema }]) => [pointer, schema]));
  const predicateOf = (target: string): string => names.predicate(target);
  const taken = new Set([...schemas.keys()].map(predicateOf));
  const inline: NamedPredicate[] = [];
  const modules = new Set<FastModule>();
  const operations = [...model.operations]
    .sort((a, b) => (a.operationId < b.operationId ? -1 : 1))
    .map((operation) => emitOperation(operation, { names, inline, taken, modules }));
  const member = (name: string, pointer: string): string =>
    `${propertyKey(name)}: accelerate(schemas.${names.schema(pointer)}, predicates.${predicateOf(pointer)}),`;
  const components = [...model.schemas]
    .filter(([, { isComponent }]) => isComponent)
    .map(([pointer, { name }]) => member(name, pointer));
  const events = webhooks?.events.map(({ name, schema }) => member(name, schema.target));
  const named = [...model.schemas].map(([pointer, { schema }]): NamedPredicate => ({
    name: predicateOf(pointer),
    schema,
  }));
  if (components.length > 0) addAll(modules, ['accelerate', 'predicates', 'schemas']);
  use.checks.add('accelerate');
  return [
    {
      path: 'predicates.ts',
      contents: emitPredicates([...named, ...inline], {
        schemas,
        linearPatterns: model.linearPatterns,
        predicateOf,
        use,
        taken,
      }),
    },
    { path: 'fast.ts', contents: emitRegistry(components, operations, events, modules) },
  ];
}

const IMPORTS = {
  accelerate: "import { accelerate } from './checks.js';",
  validators: "import * as validators from './operations.js';",
  predicates: "import * as predicates from './predicates.js';",
  schemas: "import * as schemas from './schemas.js';",
} as const;

type FastModule = keyof typeof IMPORTS;

function addAll<Value>(set: Set<Value>, values: readonly Value[]): void {
  for (const value of values) set.add(value);
}

function emitRegistry(
  components: readonly string[],
  operations: readonly string[],
  events: readonly string[] | undefined,
  modules: ReadonlySet<FastModule>,
): string {
  const imports = Object.entries(IMPORTS).filter(([name]) => modules.has(name as FastModule));
  return `${imports.map(([, line]) => line).join('\n')}

export type { Accelerated } from './checks.js';
export * from './predicates.js';

/** The validator of each component schema behind its predicate, by its name in the spec. */
export const components = ${pure(`({\n${components.join('\n')}\n}) as const`)};

/** The validators of each operation behind their predicates, by its operationId. */
export const operations = ${pure(`({\n${operations.join('\n')}\n}) as const`)};
${events === undefined ? '' : emitWebhookRegistry(events)}`;
}

function emitWebhookRegistry(events: readonly string[]): string {
  return `
/** The validator of what each webhook delivers behind its predicate, by the name of its event. */
export const webhooks = ${pure(`({\n${events.join('\n')}\n}) as const`)};
`;
}

/** What the operations of one module share; all but the names grows while emitting. */
interface FastEmission {
  readonly names: NameTable;
  readonly inline: NamedPredicate[];
  readonly taken: Set<string>;
  readonly modules: Set<FastModule>;
}

/** Parts that are no reference get a predicate of their own, which is added to `inline`. */
function emitOperation(
  operation: Operation,
  { names, inline, taken, modules }: FastEmission,
): string {
  const method = names.operation(operation.operationId);
  const { parameters, requestBody, responses } = operationSchemas(operation);

  function accelerated(schema: Schema, part: string, access: string): string {
    addAll(modules, ['accelerate', 'validators', 'predicates']);
    if (schema.kind === 'reference') {
      return `accelerate(validators.${method}${access}, predicates.${names.predicate(schema.target)})`;
    }
    const name = takeName(`is${capitalise(method)}${part}`, taken);
    inline.push({ name, schema });
    return `accelerate(validators.${method}${access}, predicates.${name})`;
  }

  const statuses = responses.map(([status, schema]) => {
    const key = statusKey(status);
    const access = `[${key}]`;
    const code =
      schema === undefined
        ? `validators.${method}.responses${access}`
        : accelerated(schema, `Response${status}`, `.responses${access}`);
    return `${key}: ${code},`;
  });
  // The predicate of a body that may be absent would have to know so.
  const body =
    requestBody === undefined
      ? []
      : [
          requestBody.required
            ? `requestBody: ${accelerated(requestBody.schema, 'RequestBody', '.requestBody')},`
            : `requestBody: validators.${method}.requestBody,`,
        ];
  const members = [
    parameters === undefined
      ? []
      : [`parameters: ${accelerated(parameters, 'Parameters', '.parameters')},`],
    body,
    statuses.length === 0 ? ['responses: {},'] : ['responses: {', ...statuses, '},'],
  ];
  if (requestBody !== undefined || statuses.length > 0) modules.add('validators');
  return `${propertyKey(operation.operationId)}: {\n${members.flat().join('\n')}\n},`;
}
