import type { Spec } from '@apipin/codegen';
import {
  loadDocument,
  normaliseDocument,
  type Diagnostic,
  type LoadOptions,
  type NormaliseOptions,
  type SpecSource,
} from '@apipin/openapi-model';

/** A spec that was read, absent where it has errors. */
export interface ReadSpec {
  readonly spec: Spec | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads and normalises the spec at `source`, and says everything that is wrong with it. */
export async function readSpec(
  source: SpecSource,
  options: LoadOptions & NormaliseOptions,
): Promise<ReadSpec> {
  const loaded = await loadDocument(source, options);
  if (loaded.document === undefined) return { spec: undefined, diagnostics: loaded.diagnostics };
  const { model, diagnostics } = normaliseDocument(loaded.document, options);
  return {
    spec: model === undefined ? undefined : { root: loaded.document.root, model },
    diagnostics: [...loaded.diagnostics, ...diagnostics],
  };
}

/** Whether `source` is a path, and neither standard input nor a URL. */
export function isLocalPath(source: string): boolean {
  return source !== '-' && !/^https?:/i.test(source);
}
