import { stringLiteral, usesVariable } from '../source-text.ts';
import type { CompatNames } from './compat-names.ts';
import type { CompatPackages } from './compat-packages.ts';
import type { FunctionMapping } from './mapping-node.ts';

/** Imports of the clients whose types `code` uses. */
export function emitTypeImports(
  code: string,
  packages: Pick<CompatPackages, 'old' | 'current'>,
): string {
  const imports: [string, string][] = [
    ['Current', packages.current],
    ['Old', packages.old],
  ];
  return imports
    .filter(([name]) => usesVariable(code, name))
    .map(([name, from]) => `import type * as ${name} from ${stringLiteral(from)};\n`)
    .join('');
}

/** Both functions of a mapping, as the properties that the runtime knows them by. */
export function emitMappingPair(mapping: FunctionMapping, names: CompatNames): string {
  return (['upgrade', 'downgrade'] as const)
    .map((direction) => `${direction}: mappings.${names.functionName(mapping, direction)}`)
    .join(', ');
}
