import type { FileChange } from '@apipin/spec-sync';
import type { Addition } from './addition.ts';
import { changesetPath, emitChangeset } from './emit-changeset.ts';
import { emitClientPackage } from './emit-client-package.ts';
import { emitCompatPackage } from './emit-compat-package.ts';
import { emitZodPackage } from './emit-zod-package.ts';
import type { MissingRule } from './compare-pair.ts';
import type { NewFile } from './new-file.ts';

/** What is new of an addition. */
export interface NewParts {
  /** What the API is called in texts. */
  readonly title: string;
  /** The texts of the specs, by their path below `specs`. */
  readonly specs: ReadonlyMap<string, string>;
  /** The specs that have webhooks which code is generated for, by the same paths. */
  readonly withWebhooks: ReadonlySet<string>;
  /** The changes of the pair that rules are to be written for. */
  readonly missing: readonly MissingRule[];
}

/** Emits every new file of an addition that is not generated. */
export function emitAddition(addition: Addition, parts: NewParts): FileChange[] {
  const { api, added, pair } = addition;
  const { title, specs, withWebhooks, missing } = parts;
  return [
    ...[...specs].map(([path, contents]) => ({ path: `specs/${path}`, contents })),
    ...added.flatMap((version) => [
      ...inPackage(
        `${api}-${version.id}`,
        emitClientPackage(version, title, pair, withWebhooks.has(version.spec)),
      ),
      ...inPackage(`${api}-${version.id}-zod`, emitZodPackage(version, title)),
    ]),
    ...(pair ? inPackage(`${api}-compat`, emitCompatPackage(pair, title, missing)) : []),
    { path: changesetPath(addition), contents: emitChangeset(addition, title) },
  ];
}

/** The folders below `packages` that an addition makes. */
export function packageFolders({ api, added, pair }: Addition): string[] {
  return [
    ...added.flatMap(({ id }) => [`${api}-${id}`, `${api}-${id}-zod`]),
    ...(pair ? [`${api}-compat`] : []),
  ];
}

function inPackage(folder: string, files: readonly NewFile[]): FileChange[] {
  return files.map(({ path, contents }) => ({ path: `packages/${folder}/${path}`, contents }));
}
