import type { Operation } from '@apipin/openapi-model';
import { clientModule } from '../client-module.ts';
import { propertyKey, statusKey, stringLiteral, usesVariable } from '../source-text.ts';
import type { CompatNames } from './compat-names.ts';
import type { CompatPackages, VersionIds } from './compat-packages.ts';
import { emitMappingPair, emitTypeImports } from './emit-imports.ts';
import type { FunctionMapping } from './mapping-node.ts';
import type { OperationWalk } from './walk-operations.ts';

/** Operations of both versions, and those that one version alone has. */
export interface MatchedOperations {
  readonly both: readonly OperationWalk[];
  readonly old: readonly Operation[];
  readonly current: readonly Operation[];
}

/** Emits the plan: where each operation is in both versions, and the functions that map its parts. */
export function emitOperations(
  matched: MatchedOperations,
  names: CompatNames,
  versions: VersionIds,
  packages: CompatPackages,
): string {
  const entries = matched.both.map((operation) => emitOperation(operation, names));
  const places = [matched.old, matched.current].map(emitPlaces);
  const code = `/** Every operation that both versions have: where it is, and how its requests and responses map. */
export const operations = {
${entries.join('\n')}
};

/** Where operations are that one version alone has. A request of one is refused, since nothing could answer it. */
export const loneOperations = { old: {${places[0]}}, current: {${places[1]}} } as const;

/** Everything that \`createCompatFetch\` has to know of the two versions. */
export const plan = {
  versions: { old: ${stringLiteral(versions.old)}, current: ${stringLiteral(versions.current)} },
  operations,
  loneOperations,
} as const;
`;
  const imports = [
    ['operationMapping', "import { operationMapping } from '@apipin/compat-runtime/generated';\n"],
    ['ChangeId', "import type { ChangeId } from './changes.js';\n"],
    ['mappings', "import * as mappings from './mappings.js';\n"],
  ].map(([name = '', line = '']) => (usesVariable(code, name) ? line : ''));
  return `${emitTypeImports(code, typesOf(packages))}${imports.join('')}\n${code}`;
}

/** Where the clients have their `operations`. */
function typesOf({ old, current }: CompatPackages): Pick<CompatPackages, 'old' | 'current'> {
  return { old: clientModule(old, 'types'), current: clientModule(current, 'types') };
}

function emitOperation(
  { old, current, request, responses }: OperationWalk,
  names: CompatNames,
): string {
  const { operationId } = current;
  const key = stringLiteral(operationId);
  const parts = emitParts(request, names);
  const mapped = responses.flatMap(({ status, headers, body }) => {
    const entries = emitParts({ headers, body }, names);
    return entries === '' ? [] : [`${statusKey(status)}: { ${entries} },`];
  });
  const lines = [
    `old: ${emitMethodAndPath(old)},`,
    `current: ${emitMethodAndPath(current)},`,
    parts === '' ? '' : `request: { ${parts} },`,
    mapped.length === 0 ? '' : `responses: {\n${mapped.join('\n')}\n},`,
  ];
  const types = `Old.operations[${stringLiteral(old.operationId)}], Current.operations[${key}], ChangeId`;
  return `${propertyKey(operationId)}: operationMapping<${types}>({\n${lines.filter((line) => line !== '').join('\n')}\n}),`;
}

function emitPlaces(operations: readonly Operation[]): string {
  return operations
    .map((operation) => `${propertyKey(operation.operationId)}: ${emitMethodAndPath(operation)}`)
    .join(', ');
}

function emitMethodAndPath({ method, path }: Operation): string {
  return `{ method: ${stringLiteral(method.toUpperCase())}, path: ${stringLiteral(path)} }`;
}

function emitParts(
  parts: Readonly<Record<string, FunctionMapping | undefined>>,
  names: CompatNames,
): string {
  return Object.entries(parts)
    .flatMap(([part, mapping]) =>
      mapping === undefined ? [] : [`${part}: { ${emitMappingPair(mapping, names)} }`],
    )
    .join(', ');
}
