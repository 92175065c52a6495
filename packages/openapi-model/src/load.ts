import { dirname, join, relative } from 'node:path';

import { bundleDocument } from './bundle.ts';
import { hasErrors, type Diagnostic, type SourceLocation } from './diagnostic.ts';
import type { JsonObject } from './json.ts';
import type { FileOrigin, Origin, UrlOrigin } from './origin.ts';
import { applyOverlay } from './overlay.ts';
import { parseSource, type ParsedSource } from './parse-source.ts';
import type { ByteBudget } from './read-bytes.ts';
import { nameOfSource, readSource, type ReadOptions, type SpecSource } from './read-source.ts';
import { createReferenceIndex } from './reference-index.ts';
import type { OpenDocument } from './reference-graph.ts';
import { resolveOrigin, type ReferencePolicy } from './resolve-origin.ts';
import type { SourceDocument } from './source-document.ts';
import { UnreadableSourceError } from './unreadable-source-error.ts';
import { UnresolvedReferenceError } from './unresolved-reference-error.ts';

const DEFAULT_MAX_BYTES = 32 * 1024 * 1024;

/** A server could name one more file in each file it sends. */
const MAX_DOCUMENTS = 10_000;

/** What loading may do; everything not allowed here is refused. */
export interface LoadOptions {
  /** Overlay documents to apply, in this order. */
  readonly overlays?: readonly SpecSource[];
  /** Whether `https:` URLs may be read, and `http:` ones of this machine. @defaultValue false */
  readonly allowNetwork?: boolean;
  /** Whether a `$ref` may lead to files outside the folder of the document. @defaultValue false */
  readonly allowRefsOutside?: boolean;
  /** Bytes that the document, its overlays and all files it refers to may have together. @defaultValue 32 MiB */
  readonly maxBytes?: number;
  /** What `-` reads. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/** One self-contained document: whatever its files were, everything it refers to is inside it. */
export interface LoadedDocument {
  /** As the user named it, for messages. */
  readonly name: string;
  /** Refers to nothing outside itself. */
  readonly root: JsonObject;
  /**
   * Where a place in `root` comes from: the file, the pointer in that file and the line. For a place that no file has,
   * such as what an overlay adds, this is its nearest ancestor that one has.
   */
  locate(pointer: string): SourceLocation;
}

/** The document, absent where it has errors, and everything there is to say about it. */
export interface LoadResult {
  readonly document: LoadedDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads an OpenAPI document, applies overlays and bundles it.
 *
 * Everything wrong with the files is a diagnostic; nothing that they contain makes this throw.
 */
export async function loadDocument(
  source: SpecSource,
  options: LoadOptions = {},
): Promise<LoadResult> {
  const name = nameOfSource(source);
  const loader = createLoader(options);
  const main = await loader.load(source);
  if (main === undefined) return { document: undefined, diagnostics: loader.diagnostics };

  let { root } = main.parsed;
  for (const overlay of options.overlays ?? []) {
    const loaded = await loader.load(overlay);
    if (loaded === undefined) continue;
    const applied = applyOverlay(root, loaded.parsed);
    loader.diagnostics.push(...applied.diagnostics);
    root = applied.root;
  }
  if (hasErrors(loader.diagnostics)) {
    return { document: undefined, diagnostics: loader.diagnostics };
  }

  const document = toDocument({ ...main.parsed, root }, main.origin);
  const bundle = await bundleDocument(document, createOpenDocument(document, options, loader));
  const diagnostics = [...loader.diagnostics, ...bundle.diagnostics];
  if (bundle.document === undefined || hasErrors(diagnostics)) {
    return { document: undefined, diagnostics };
  }
  const { locate } = bundle.document;
  return { document: { name, root: bundle.document.root, locate }, diagnostics };
}

interface Loaded {
  readonly parsed: ParsedSource;
  readonly origin: Origin;
}

/** Reads and parses files within one budget, and keeps what there is to say about them. */
interface Loader {
  readonly diagnostics: Diagnostic[];
  /** `undefined` where the file has errors. */
  load(source: SpecSource): Promise<Loaded | undefined>;
  /**
   * Like `load`, but it is for the caller to say what cannot be read.
   *
   * @throws UnreadableSourceError
   */
  loadReadable(source: SpecSource, name: string): Promise<Loaded | undefined>;
}

function createLoader({ maxBytes, allowNetwork, stdin }: LoadOptions): Loader {
  const budget: ByteBudget = { limit: maxBytes ?? DEFAULT_MAX_BYTES, spent: 0 };
  const readOptions: ReadOptions = { allowNetwork: allowNetwork ?? false, stdin, budget };
  const diagnostics: Diagnostic[] = [];
  return { diagnostics, load, loadReadable };

  async function load(source: SpecSource): Promise<Loaded | undefined> {
    const file = nameOfSource(source);
    try {
      return await loadReadable(source, file);
    } catch (error) {
      if (!(error instanceof UnreadableSourceError)) throw error;
      const { code, line, message } = error;
      diagnostics.push({ code, severity: 'error', at: { file, pointer: '', line }, message });
      return undefined;
    }
  }

  async function loadReadable(source: SpecSource, name: string): Promise<Loaded | undefined> {
    const { text, origin } = await readSource(source, readOptions);
    const result = parseSource(text, name);
    diagnostics.push(...result.diagnostics);
    return result.source && { parsed: result.source, origin };
  }
}

function toDocument(parsed: ParsedSource, origin: Origin): SourceDocument {
  return { ...parsed, origin, references: createReferenceIndex(parsed.root) };
}

/** Opens each document once, whatever number of references lead to it. */
function createOpenDocument(
  root: SourceDocument,
  { allowNetwork = false, allowRefsOutside = false }: LoadOptions,
  loader: Loader,
): OpenDocument {
  const folder = root.origin.kind === 'file' ? dirname(root.origin.path) : undefined;
  const policy: ReferencePolicy = { allowNetwork, allowRefsOutside, folder };
  const opened = new Map<string, Promise<SourceDocument | undefined>>();
  if (root.origin.kind !== 'stdin') opened.set(locationOf(root.origin), Promise.resolve(root));

  return async (uri, from) => {
    const origin = await resolveOrigin(uri, from.origin, policy);
    const location = locationOf(origin);
    const document = opened.get(location) ?? openDocument(location, nameOf(origin));
    opened.set(location, document);
    return document;
  };

  async function openDocument(location: string, name: string): Promise<SourceDocument | undefined> {
    if (opened.size >= MAX_DOCUMENTS) {
      const message = `one document may refer to ${MAX_DOCUMENTS} files; join some of them`;
      throw new UnresolvedReferenceError('ref-refused', message);
    }
    try {
      const loaded = await loader.loadReadable(location, name);
      return loaded && toDocument(loaded.parsed, loaded.origin);
    } catch (error) {
      if (!(error instanceof UnreadableSourceError)) throw error;
      throw new UnresolvedReferenceError('ref-unresolved', `${name}: ${error.message}`);
    }
  }

  /** As if the user had named the file in the way the root was named. */
  function nameOf(origin: FileOrigin | UrlOrigin): string {
    if (origin.kind === 'url') return origin.href;
    return join(dirname(root.name), relative(folder ?? '', origin.path));
  }
}

function locationOf(origin: FileOrigin | UrlOrigin): string {
  return origin.kind === 'file' ? origin.path : origin.href;
}
