import { compareCodeUnits, type ApiModel } from '@apipin/openapi-model';
import type { NameTable } from '../names.ts';
import { propertyKey, stringLiteral } from '../source-text.ts';
import type { CompatNames } from './compat-names.ts';
import type { CompatPackages } from './compat-packages.ts';
import { emitMappingPair, emitTypeImports } from './emit-imports.ts';
import type { FunctionMapping } from './mapping-node.ts';

/** Emits the table of components that differ, for values that are part of no request or response. */
export function emitComponents(
  functions: readonly FunctionMapping[],
  models: { readonly old: ApiModel; readonly current: ApiModel },
  names: CompatNames,
  types: { readonly old: NameTable; readonly current: NameTable },
  packages: CompatPackages,
): string {
  const entries = functions
    .flatMap((mapping) => {
      const { components } = mapping;
      if (components === undefined) return [];
      const name = names.componentPair(components);
      const typeNames = `Old.${types.old.schema(components.old)}, Current.${types.current.schema(components.current)}`;
      const schemaNames = `{ old: ${nameIn(models.old, components.old)}, current: ${nameIn(models.current, components.current)} }`;
      const functionsOf = `{ ${emitMappingPair(mapping, names)} }`;
      const entry = `componentMapping<${typeNames}, ChangeId>(${schemaNames}, ${functionsOf})`;
      return [{ name, code: `${propertyKey(name)}: ${entry},` }];
    })
    .toSorted((a, b) => compareCodeUnits(a.name, b.name));
  const code = `/** Every component that differs, by its name in the current version: maps values that are part of no exchange. */
export const components = {
${entries.map((entry) => entry.code).join('\n')}
};
`;
  if (entries.length === 0) return code;
  return `import { componentMapping } from '@apipin/compat-runtime/generated';
${emitTypeImports(code, packages)}import type { ChangeId } from './changes.js';
import * as mappings from './mappings.js';

${code}`;
}

function nameIn({ schemas }: ApiModel, pointer: string): string {
  return stringLiteral(schemas.get(pointer)?.name ?? '');
}
