import { isDeepStrictEqual } from 'node:util';
import {
  hasErrors,
  loadDocument,
  normaliseDocument,
  parseSource,
  type ApiModel,
  type Diagnostic,
  type JsonObject,
  type LoadedDocument,
  type LoadOptions,
  type NormaliseOptions,
  type SpecText,
} from '@apipin/openapi-model';
import { editText } from '../names/edit-text.ts';
import { holdNames } from '../names/hold-names.ts';
import type { NameLock, Renaming } from '../names/name-lock.ts';
import { applyCorrections } from './apply-corrections.ts';
import { documentText } from './document-text.ts';

/** A document of upstream as it would be pinned: under the names that we know, and corrected. */
export interface TakenDocument {
  /** YAML. */
  readonly text: string;
  readonly root: JsonObject;
  readonly model: ApiModel;
  readonly names: NameLock;
  /** What upstream calls otherwise. */
  readonly renamed: readonly Renaming[];
}

/** How documents are taken. */
export interface TakeOptions extends LoadOptions, NormaliseOptions {
  /** The names to hold. */
  readonly names: NameLock;
  /** What upstream has wrong. */
  readonly corrections?: SpecText | undefined;
  /** The file that the document will be, for messages. */
  readonly file: string;
}

/** The document, absent where it or the corrections have errors, and everything there is to say about both. */
export interface TakeResult {
  readonly document: TakenDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a document of upstream: bundles it, gives its parts the names they have here, corrects it and validates what
 * comes out. Everything wrong with it is a diagnostic.
 */
export async function takeDocument(source: SpecText, options: TakeOptions): Promise<TakeResult> {
  const loaded = await loadDocument(source, options);
  if (loaded.document === undefined)
    return { document: undefined, diagnostics: loaded.diagnostics };
  const held = holdNames(loaded.document.root, options.names);
  const corrected =
    options.corrections === undefined
      ? { root: held.root, diagnostics: [] }
      : applyCorrections(held.root, options.corrections);
  const diagnostics = [...loaded.diagnostics, ...corrected.diagnostics];
  if (hasErrors(diagnostics)) return { document: undefined, diagnostics };

  const named = renameText(source, loaded.document.root, held.root);
  const text = documentText(corrected.root, named);
  const final = await loadDocument({ text, name: options.file }, options);
  const inSource = relocator(loaded.document);
  if (final.document === undefined) {
    return {
      document: undefined,
      diagnostics: [...diagnostics, ...final.diagnostics.map(inSource)],
    };
  }
  const { model, diagnostics: problems } = normaliseDocument(final.document, options);
  const all = [...diagnostics, ...problems.map(inSource)];
  if (model === undefined) return { document: undefined, diagnostics: all };
  const { root } = final.document;
  const { lock: names, renamed } = held;
  return { document: { text, root, model, names, renamed }, diagnostics: all };
}

/** The source under our names; as it is where it was bundled of several files. */
function renameText({ text, name }: SpecText, before: JsonObject, after: JsonObject): string {
  const isWhole = isDeepStrictEqual(parseSource(text, name).source?.root, before);
  return after !== before && isWhole ? editText(text, before, after) : text;
}

/** The text that is checked lies nowhere yet, so that people look for what is wrong with it where it came from. */
function relocator({ locate }: LoadedDocument): (diagnostic: Diagnostic) => Diagnostic {
  return (diagnostic) => ({ ...diagnostic, at: locate(diagnostic.at.pointer) });
}
