import { createReadStream } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';

import type { Origin } from './origin.ts';
import { readText, type ByteBudget } from './read-bytes.ts';
import { readUrl } from './read-url.ts';
import { UnreadableSourceError } from './unreadable-source-error.ts';

const NETWORK_TIMEOUT_MS = 30_000;

/** A path, `-` for standard input, an `https:` URL (`http:` on this machine only), or a text that was read already. */
export type SpecSource = string | SpecText;

/** The text of a document, and where it came from. */
export interface SpecText {
  readonly text: string;
  /** Names it in messages; relative references in it start from here: a path, or a URL. */
  readonly name: string;
}

/** What reading may touch. */
export interface ReadOptions {
  readonly allowNetwork: boolean;
  readonly stdin: AsyncIterable<Uint8Array> | undefined;
  readonly budget: ByteBudget;
}

/** The text of a source, and where it really came from. */
export interface SourceText {
  readonly text: string;
  readonly origin: Origin;
}

/** How messages name `source`. */
export function nameOfSource(source: SpecSource): string {
  if (typeof source !== 'string') return source.name;
  return source === '-' ? '<stdin>' : source;
}

/**
 * Reads a source that the user named.
 *
 * @throws UnreadableSourceError
 */
export async function readSource(source: SpecSource, options: ReadOptions): Promise<SourceText> {
  if (typeof source !== 'string') return { text: source.text, origin: originOf(source.name) };
  if (source === '-') return readStdin(options);
  if (isUrl(source)) return readNetwork(source, options);
  return readFile(source, options);
}

function originOf(name: string): Origin {
  return isUrl(name) ? { kind: 'url', href: name } : { kind: 'file', path: resolve(name) };
}

function isUrl(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

async function readStdin({ stdin, budget }: ReadOptions): Promise<SourceText> {
  if (stdin === undefined) {
    throw new UnreadableSourceError('cannot-read', 'there is no standard input; give a path');
  }
  return { text: await readText(stdin, budget), origin: { kind: 'stdin' } };
}

async function readNetwork(url: string, options: ReadOptions): Promise<SourceText> {
  if (!options.allowNetwork) {
    throw new UnreadableSourceError(
      'network-refused',
      'the network is off; allow it, or download the file and give its path',
    );
  }
  const { text, href } = await readUrl(url, options.budget, NETWORK_TIMEOUT_MS);
  return { text, origin: { kind: 'url', href } };
}

async function readFile(name: string, { budget }: ReadOptions): Promise<SourceText> {
  try {
    const path = await realpath(name);
    const text = await readText(createReadStream(path), budget);
    return { text, origin: { kind: 'file', path } };
  } catch (error) {
    if (error instanceof UnreadableSourceError) throw error;
    throw new UnreadableSourceError('cannot-read', describeFileError(error as Error));
  }
}

/** Why a file cannot be read, and what to do about it. */
export function describeFileError(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'the file does not exist; check the path';
    case 'EISDIR':
      return 'this is a directory; name a file in it';
    case 'EACCES':
    case 'EPERM':
      return 'there is no permission to read the file; change its mode or its owner';
    default:
      return `the file cannot be read (${error.code ?? error.message}); check the path`;
  }
}
