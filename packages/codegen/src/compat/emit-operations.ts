import type { ApiModel, Operation } from '@apipin/openapi-model';
import { propertyKey, statusKey, stringLiteral, usesVariable } from '../source-text.ts';
import type { CompatNames } from './compat-names.ts';
import type { CompatPackages } from './compat-packages.ts';
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
  models: { readonly old: ApiModel; readonly current: ApiModel },
  names: CompatNames,
  packages: CompatPackages,
): string {
  const entries = matched.both.map((operation) => emitOperation(operation, names));
  const versions = [models.old, models.current].map(({ version }) => stringLiteral(version));
  const lone = [matched.old, matched.current].map((operations) =>
    operations.map(({ operationId }) => stringLiteral(operationId)).join(', '),
  );
  const code = `/** Every operation that both versions have: where it is, and how its requests and responses map. */
export const operations = {
${entries.join('\n')}
};

/** Everything that \`createCompatFetch\` has to know of the two versions. */
export const plan = {
  versions: { old: ${versions[0]}, current: ${versions[1]} },
  operations,
} as const;

/** Operations that one version alone has. A request of one is refused, since nothing could answer it. */
export const loneOperations = { old: [${lone[0]}], current: [${lone[1]}] } as const;
`;
  const imports = [
    ['operationMapping', "import { operationMapping } from '@apipin/compat-runtime/generated';\n"],
    ['ChangeId', "import type { ChangeId } from './changes.js';\n"],
    ['mappings', "import * as mappings from './mappings.js';\n"],
  ].map(([name = '', line = '']) => (usesVariable(code, name) ? line : ''));
  return `${emitTypeImports(code, packages)}${imports.join('')}\n${code}`;
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
