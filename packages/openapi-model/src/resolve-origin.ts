import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

import type { FileOrigin, Origin, UrlOrigin } from './origin.ts';
import { describeFileError } from './read-source.ts';
import { UnresolvedReferenceError } from './unresolved-reference-error.ts';

/** What references may reach. */
export interface ReferencePolicy {
  readonly allowNetwork: boolean;
  /** Whether files may lie outside {@link ReferencePolicy.folder}. */
  readonly allowRefsOutside: boolean;
  /** Absolute folder of the root document, with symbolic links resolved; absent where it is not a file. */
  readonly folder: string | undefined;
}

/**
 * Finds the document that `uri` names.
 *
 * @param uri - Of a `$ref`, without its fragment.
 * @param from - The document that holds the `$ref`.
 * @throws UnresolvedReferenceError
 */
export async function resolveOrigin(
  uri: string,
  from: Origin,
  policy: ReferencePolicy,
): Promise<FileOrigin | UrlOrigin> {
  if (/^https?:/i.test(uri) || from.kind === 'url') return resolveUrl(uri, from, policy);
  if (from.kind === 'stdin') {
    throw new UnresolvedReferenceError(
      'ref-refused',
      'a document on standard input has no folder to look in; give its path instead',
    );
  }
  return resolveFile(uri, from, policy);
}

function resolveUrl(uri: string, from: Origin, policy: ReferencePolicy): UrlOrigin {
  const base = from.kind === 'url' ? from.href : undefined;
  if (!URL.canParse(uri, base)) {
    throw new UnresolvedReferenceError('ref-unresolved', 'this is not a URL; correct the $ref');
  }
  const url = new URL(uri, base);
  if (!policy.allowNetwork) {
    throw new UnresolvedReferenceError(
      'ref-refused',
      'the network is off; allow it, or keep a copy of the file beside the document',
    );
  }
  // A document from elsewhere must not name what only this machine can reach: its files, its local servers.
  const allowed = base?.startsWith('https:') === true ? ['https:'] : ['https:', 'http:'];
  if (!allowed.includes(url.protocol)) {
    throw new UnresolvedReferenceError(
      'ref-refused',
      `${url.protocol} is not followed from here; use https`,
    );
  }
  url.hash = '';
  return { kind: 'url', href: url.href };
}

async function resolveFile(
  uri: string,
  from: FileOrigin,
  { allowRefsOutside, folder }: ReferencePolicy,
): Promise<FileOrigin> {
  const named = decodePath(uri);
  if (isAbsolute(named) || /^[a-z][a-z\d+.-]+:/i.test(uri)) {
    throw new UnresolvedReferenceError('ref-refused', 'only relative paths are followed; use one');
  }
  const path = await findRealPath(resolve(dirname(from.path), named));
  if (!allowRefsOutside && (folder === undefined || !isInside(path, folder))) {
    throw new UnresolvedReferenceError(
      'ref-refused',
      'the file lies outside the folder of the document; move it inside, or allow such references',
    );
  }
  return { kind: 'file', path };
}

function decodePath(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    throw new UnresolvedReferenceError(
      'ref-unresolved',
      'the path has a broken %-escape; write % as %25',
    );
  }
}

async function findRealPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    throw new UnresolvedReferenceError('ref-unresolved', describeFileError(error as Error));
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
