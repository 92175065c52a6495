import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryPath } from '../repository.ts';

/** A package of which programs for browsers, Workers, Deno and Bun consist. */
export interface PortablePackage {
  readonly name: string;
  readonly sideEffects: boolean | undefined;
  /** What programs import, such as `@apipin/client-runtime/raw`. */
  readonly entryPoints: readonly string[];
  /** The absolute paths of all modules that it is published with. */
  readonly modules: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly sideEffects?: boolean;
  readonly exports: Readonly<Record<string, string>>;
}

/** As they are built. */
export const portablePackages: readonly PortablePackage[] = await Promise.all(
  ['client-runtime', 'custom-channels-v3', 'custom-channels-2026-03'].map(readPackage),
);

async function readPackage(folder: string): Promise<PortablePackage> {
  const path = repositoryPath(`packages/${folder}`);
  const manifest = JSON.parse(await readFile(join(path, 'package.json'), 'utf8')) as Manifest;
  const files = await readdir(join(path, 'dist'), { recursive: true });
  return {
    name: manifest.name,
    sideEffects: manifest.sideEffects,
    entryPoints: Object.keys(manifest.exports).map((key) => manifest.name + key.slice(1)),
    modules: files.filter((file) => file.endsWith('.js')).map((file) => join(path, 'dist', file)),
  };
}
