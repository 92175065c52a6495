import { compareCodeUnits } from '@apipin/openapi-model';
import type { NameTable } from '../names.ts';
import { docComment, propertyKey, usesVariable } from '../source-text.ts';
import { emitType } from '../zod/emit-type.ts';
import type { ChangeSite, SiteSide } from './change-site.ts';
import type { CompatNames } from './compat-names.ts';
import type { CompatPackages, VersionIds } from './compat-packages.ts';
import { emitTypeImports } from './emit-imports.ts';

/** Emits the change list: each difference by its id, with the type that each version has there. */
export function emitChanges(
  sites: readonly ChangeSite[],
  names: CompatNames,
  versions: VersionIds,
  types: { readonly old: NameTable; readonly current: NameTable },
  packages: CompatPackages,
): string {
  const entries = sites
    .map((site): [string, ChangeSite] => [names.changeId(site), site])
    .toSorted(([a], [b]) => compareCodeUnits(a, b))
    .map(([id, { old, current }]) => {
      return `${pointersComment(old, current, versions)}${propertyKey(id)}: { old: ${emitSide(old, types)}; current: ${emitSide(current, types)} };`;
    });
  const list = `/**
 * Every difference by meaning between the two versions, by its id: a component or an operation, and the way from there.
 *
 * A property that may be absent is \`undefined\` too where the versions differ in that, and only there.
 */
export interface Changes {
${entries.join('\n')}
}
`;
  const runtimeTypes = ['Credentials', 'Int64', 'Rule'].filter(
    (name) => name === 'Rule' || usesVariable(list, name),
  );
  return `import type { ${runtimeTypes.join(', ')} } from '@apipin/compat-runtime';
${emitTypeImports(list, packages)}
${list}
/** Names a change; the id stays what it is for as long as the names in the specs do. */
export type ChangeId = keyof Changes;

/** A rule for every change, and for nothing else: write yours as \`{ … } satisfies Rules\`. */
export type Rules = {
  readonly [Id in ChangeId]: Rule<Changes[Id]['old'], Changes[Id]['current']>;
};
`;
}

function emitSide(
  { type, optional }: SiteSide,
  types: { readonly old: NameTable; readonly current: NameTable },
): string {
  if (type === undefined) return 'undefined';
  if (type.kind === 'text') return optional ? `${type.text} | undefined` : type.text;
  const { schema, of } = type;
  // What the version refuses altogether cannot be there.
  if (schema.kind === 'never') return 'undefined';
  const namespace = of === 'old' ? 'Old' : 'Current';
  const text =
    schema.kind === 'number' && schema.format === 'int64'
      ? 'Int64'
      : emitType(schema, (target) => `${namespace}.${types[of].schema(target)}`);
  return optional ? `${text} | undefined` : text;
}

/** Leads to what the documents say; to one place where that is the same in both. */
function pointersComment(old: SiteSide, current: SiteSide, versions: VersionIds): string {
  if (old.pointer === current.pointer) return docComment([old.pointer && `\`${old.pointer}\``]);
  const place = (version: string, { pointer }: SiteSide): string =>
    pointer === undefined ? `not in ${version}` : `${version}: \`${pointer}\``;
  return docComment([`${place(versions.old, old)}; ${place(versions.current, current)}`]);
}
