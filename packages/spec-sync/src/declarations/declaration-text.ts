import type { EmittedFile } from './declaration-diff.ts';

/** Strings, which may contain what looks like a comment; comments; and white space. */
const TOKENS = /('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|\/\*[\s\S]*?\*\/|\/\/.*|\s+/g;

/** The text of a client's module without what no compiler sees: comments and layout. */
export function declarationText(contents: string): string {
  return contents
    .replaceAll(TOKENS, (_, text: string | undefined) => text ?? ' ')
    .replaceAll(/ +/g, ' ');
}

/**
 * Whether two generations of a client declare the same, word by word.
 *
 * The operation table and the life of the version are left out: they are data, and code follows the one type of the
 * former, and no values of the latter.
 */
export function isSameText(old: readonly EmittedFile[], current: readonly EmittedFile[]): boolean {
  return joinTexts(old) === joinTexts(current);
}

const DATA: ReadonlySet<string> = new Set(['api-version.ts', 'operations.ts']);

function joinTexts(files: readonly EmittedFile[]): string {
  return files
    .filter(({ path }) => !DATA.has(path))
    .map(({ path, contents }) => `${path}\n${declarationText(contents)}`)
    .sort()
    .join('\n');
}
