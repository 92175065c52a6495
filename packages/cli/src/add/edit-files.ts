import { join } from 'node:path';
import type { FileChange } from '@apipin/spec-sync';
import { UsageError } from '../command.ts';
import { VERSIONS_FILE } from '../versions-file.ts';
import type { Addition } from './addition.ts';
import { CHANGESET_CONFIG, editChangesetConfig } from './edit-changeset-config.ts';
import { editReadme, formatRow, packageRows } from './edit-readme.ts';
import { editVersions } from './edit-versions.ts';
import { readIfThere } from './read-if-there.ts';

/** The files of the repository that name its versions and packages. */
export interface EditedFiles {
  readonly files: readonly FileChange[];
  /** What the README should have got, where it has no table for it. */
  readonly rows: readonly string[];
}

/**
 * Adds versions and packages to the files that list them, in memory.
 *
 * @throws UsageError where a file is not as it has to be.
 */
export async function editFiles(addition: Addition, root: string): Promise<EditedFiles> {
  const { api, added } = addition;
  const fixed = added.map(({ id }) => [`@apipin/${api}-${id}`, `@apipin/${api}-${id}-zod`]);
  const versions = await readText(root, VERSIONS_FILE);
  const config = await readText(root, CHANGESET_CONFIG);
  const files = [
    { path: 'specs/versions.yaml', contents: editVersions(versions, addition) },
    { path: CHANGESET_CONFIG, contents: editChangesetConfig(config, fixed) },
  ];
  const rows = packageRows(addition);
  const readme = editReadme((await readIfThere(join(root, 'README.md'))) ?? '', rows);
  if (readme === undefined) return { files, rows: rows.map(formatRow) };
  return { files: [...files, { path: 'README.md', contents: readme }], rows: [] };
}

async function readText(root: string, path: string): Promise<string> {
  const text = await readIfThere(join(root, path));
  if (text === undefined) throw new UsageError(`no ${path} in ${root}; apipin add adds to it`);
  return text;
}
