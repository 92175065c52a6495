import { compareExports, type Exports } from './compare-exports.ts';
import { declarationDiff, type DeclarationDiff, type EmittedFile } from './declaration-diff.ts';

/**
 * Compares the names that two generations of a package export, and what these hold by name: the members of
 * interfaces, and the keys of objects.
 *
 * This is for validators, whose types follow those of the client (a generated type test holds them to it), and for
 * compat packages, whose types follow those of two clients. What their names lead to is judged with the spec's changes.
 *
 * @param old - The files of a package, as generated from the older spec.
 * @param current - The files of the same package, as generated from the newer one.
 */
export async function compareExportedNames(
  old: readonly EmittedFile[],
  current: readonly EmittedFile[],
): Promise<DeclarationDiff> {
  // Loads a compiler, which most runs do without.
  const { readExportedNames } = await import('./read-exported-names.ts');
  const exportsOf = (files: readonly EmittedFile[]): Exports =>
    new Map(readExportedNames(files).map((name) => [name, undefined]));
  return declarationDiff(compareExports(exportsOf(old), exportsOf(current)));
}
