import * as babel from 'prettier/plugins/babel';
import * as estree from 'prettier/plugins/estree';
import { format } from 'prettier/standalone';
import type { GeneratedFile } from './generated-file.ts';

/** Emitted text does not parse. This is a bug of the generator, whatever the spec. */
export class EmittedSyntaxError extends Error {
  override readonly name = 'EmittedSyntaxError';
  /** The file, relative to the output folder. */
  readonly path: string;

  constructor(path: string, options: ErrorOptions) {
    super(
      `${path}: the emitted code does not parse, and nothing was written; please report this with the spec`,
      options,
    );
    this.path = path;
  }
}

/**
 * Formats emitted files in memory.
 *
 * @throws EmittedSyntaxError where a file is not valid TypeScript.
 */
export async function formatFiles(files: readonly GeneratedFile[]): Promise<GeneratedFile[]> {
  return Promise.all(files.map(formatFile));
}

async function formatFile({
  path,
  contents,
  isFormatted = false,
}: GeneratedFile): Promise<GeneratedFile> {
  if (isFormatted) return { path, contents };
  try {
    const formatted = await format(contents, {
      // Gives the same text as the `typescript` parser, a third faster.
      parser: 'babel-ts',
      plugins: [babel, estree],
      singleQuote: true,
      printWidth: 100,
    });
    return { path, contents: formatted };
  } catch (cause) {
    throw new EmittedSyntaxError(path, { cause });
  }
}
