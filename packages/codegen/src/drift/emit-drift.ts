import type { ApiModel, Operation } from '@apipin/openapi-model';
import type { GeneratedFile } from '../generated-file.ts';
import type { NameTable } from '../names.ts';
import { operationSchemas } from '../operation-schemas.ts';
import type { RuntimeUse } from '../runtime-modules.ts';
import { propertyKey, pure, statusKey, stringLiteral } from '../source-text.ts';
import { collectShapes, type Shapes } from './emit-shapes.ts';
import {
  collectTolerantPredicates,
  type DriftModule,
  type TolerantPredicates,
} from './tolerant-predicates.ts';

/**
 * Emits the operations of the registry once more, with validators of responses that let through what the document does not
 * know yet and tell what that is: `drift.ts` has the operations, and the shapes of what they know; `tolerant.ts` has the
 * predicates for what they let through.
 */
export function emitDrift(model: ApiModel, names: NameTable, use: RuntimeUse): GeneratedFile[] {
  const modules = new Set<DriftModule>(['checks']);
  if (model.operations.length > 0) modules.add('fast');
  const predicates = collectTolerantPredicates(model, names, use, modules);
  const shapes = collectShapes(model, names, predicates, use, modules);
  const operations = [...model.operations]
    .sort((a, b) => (a.operationId < b.operationId ? -1 : 1))
    .map((operation) => emitOperation(operation, shapes, predicates));
  const declarations = shapes.emit();
  const registry = pure(`({\n${operations.join('\n')}\n})`);
  const imports = [...modules].sort().map((name) => `import * as ${name} from './${name}.js';\n`);
  const code = `${imports.join('')}
export type { UnknownPart } from './values.js';

${declarations.join('\n')}
/** The validators of each operation, by its operationId: exact for requests, tolerant for responses. */
export const operations: Readonly<Record<${idsOf(model)}, checks.TolerantOperation>> = ${registry};
`;
  const tolerant = predicates.emit();
  use.checks.add('tolerate');
  use.values.add('findDrift');
  return [
    ...(tolerant === undefined ? [] : [{ path: 'tolerant.ts', contents: tolerant }]),
    { path: 'drift.ts', contents: code },
  ];
}

function idsOf({ operations }: ApiModel): string {
  const ids = operations.map(({ operationId }) => stringLiteral(operationId)).sort();
  return ids.length === 0 ? 'never' : ids.join(' | ');
}

function emitOperation(
  operation: Operation,
  shapes: Shapes,
  predicates: TolerantPredicates,
): string {
  const exact = `fast.operations[${stringLiteral(operation.operationId)}]`;
  const { responses } = operationSchemas(operation);
  const statuses = responses.map(([status, schema]) => {
    const validator = `${exact}.responses[${statusKey(status)}]`;
    if (schema === undefined) return `${statusKey(status)}: ${validator},`;
    const parts = [validator, shapes.of(schema), predicates.tolerates(schema)];
    return `${statusKey(status)}: checks.tolerate(${parts.filter((part) => part !== undefined).join(', ')}),`;
  });
  return `${propertyKey(operation.operationId)}: { ...${exact}, responses: {\n${statuses.join('\n')}\n} },`;
}
