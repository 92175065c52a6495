import { createHash } from 'node:crypto';
import { parseTarGzip } from 'nanotar';
import type { Manifest } from './workspace-packages.ts';

/** A packed package. */
export interface Tarball {
  /** In bytes, as it is downloaded. */
  readonly packedSize: number;
  /** Of the bytes, as registries and lockfiles write it. */
  readonly integrity: string;
  /** Contents by path, such as `dist/index.js`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A tarball holds what no package of npm does. */
export class TarballError extends Error {
  override readonly name = 'TarballError';
}

/**
 * Reads a tarball as npm makes it: all files in a folder `package`.
 *
 * @throws TarballError for links, and for files elsewhere or twice.
 */
export async function readTarball(bytes: Uint8Array): Promise<Tarball> {
  const files = new Map<string, Uint8Array>();
  for (const { name, type, data } of await parseTarGzip(bytes)) {
    if (type === 'directory') continue;
    const path = name.replace(/^package\//, '');
    if (type !== 'file' || path === name || path.split('/').includes('..') || files.has(path)) {
      throw new TarballError(`${name}: a ${type ?? 'thing'} that npm would not have packed there`);
    }
    files.set(path, data ?? new Uint8Array());
  }
  return { packedSize: bytes.length, integrity: integrityOf(bytes), files };
}

/** The digest by which registries and lockfiles know `bytes`. */
export function integrityOf(bytes: Uint8Array): string {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
}

/** The text of a file of the tarball; `undefined` where there is none. */
export function textOf(tarball: Tarball, path: string): string | undefined {
  const contents = tarball.files.get(path);
  return contents === undefined ? undefined : new TextDecoder().decode(contents);
}

/**
 * The package.json of the tarball.
 *
 * @throws TarballError where it is missing.
 */
export function manifestOf(tarball: Tarball): Manifest & Readonly<Record<string, unknown>> {
  const text = textOf(tarball, 'package.json');
  if (text === undefined)
    throw new TarballError('package.json: missing; the tarball is no package');
  return JSON.parse(text) as Manifest & Record<string, unknown>;
}
