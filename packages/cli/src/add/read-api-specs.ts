import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Spec } from '@apipin/codegen';
import { documentText } from '@apipin/spec-sync';
import type { Diagnostic, LoadOptions, NormaliseOptions } from '@apipin/openapi-model';
import { isLocalPath, readSpec, type ReadSpec } from '../read-spec.ts';
import type { Addition, RequestedVersion } from './addition.ts';

/** The specs that an addition needs, by their path below `specs`. */
export interface ApiSpecs {
  /** Absent where one has errors. */
  readonly specs: ReadonlyMap<string, Spec> | undefined;
  /** What new files are to hold. */
  readonly texts: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Where things are, and what reading may do. */
export interface ReadContext {
  readonly root: string;
  /** Where the command runs. */
  readonly folder: string;
  readonly options: LoadOptions & NormaliseOptions;
}

/** Reads the specs of the new versions, as they will be written, and that of the version to map from. */
export async function readApiSpecs(
  { added, pair }: Addition,
  requested: readonly RequestedVersion[],
  context: ReadContext,
): Promise<ApiSpecs> {
  const specs = new Map<string, Spec>();
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const needed = pair === undefined ? added : [pair.old, pair.current];
  for (const { id, spec: path } of needed) {
    const file = join(context.root, 'specs', path);
    const source = requested.find((version) => version.id === id)?.source;
    const read =
      source === undefined
        ? { ...(await readSpec(file, context.options)), text: undefined }
        : await readNewSpec(source, file, context);
    if (read.text !== undefined) texts.set(path, read.text);
    if (read.spec !== undefined) specs.set(path, read.spec);
    diagnostics.push(...read.diagnostics);
  }
  return { specs: specs.size === needed.length ? specs : undefined, texts, diagnostics };
}

/** A spec, and what its file is to hold. */
interface NewSpec extends ReadSpec {
  /** Absent where the spec is. */
  readonly text: string | undefined;
}

async function readNewSpec(
  source: string,
  file: string,
  { folder, options }: ReadContext,
): Promise<NewSpec> {
  const path = isLocalPath(source) ? resolve(folder, source) : undefined;
  // What is wrong with it is reported where the user can mend it.
  const given = await readSpec(path ?? source, options);
  if (given.spec === undefined) return { ...given, text: undefined };
  const text = documentText(
    given.spec.root,
    path === undefined ? '' : await readFile(path, 'utf8'),
  );
  const { spec, diagnostics } = await readSpec({ text, name: file }, options);
  return { spec, text, diagnostics: spec === undefined ? diagnostics : given.diagnostics };
}
