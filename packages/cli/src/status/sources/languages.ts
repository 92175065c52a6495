import { posix } from 'node:path';

/** How a file is searched. */
export type Language =
  | { readonly kind: 'script'; readonly extension: string }
  /** A component: script between tags, and markup around it. */
  | { readonly kind: 'component' }
  | { readonly kind: 'text'; readonly comment: RegExp | undefined };

const SCRIPTS = ['.js', '.mjs', '.cjs', '.jsx', '.ts', '.mts', '.cts', '.tsx'];
const COMPONENTS = ['.vue', '.svelte'];

/** What a line begins with that is a comment of a language with the syntax of C. */
export const SLASHES = /^\s*(\/\/|\/?\*)/;
const HASH = /^\s*#/;

/** Languages of which no more than comments of whole lines are known. */
const TEXTS: ReadonlyMap<string, RegExp | undefined> = new Map([
  ...withComment(SLASHES, '.c .cc .cpp .cs .dart .fs .go .gradle .groovy .h .hpp .java .kt .kts'),
  ...withComment(SLASHES, '.m .php .proto .rs .scala .swift'),
  ...withComment(HASH, '.bash .conf .env .ex .exs .http .ini .jl .nix .pl .pm .properties .ps1'),
  ...withComment(HASH, '.py .r .rb .rest .sh .tf .toml .yaml .yml .zsh'),
  ...withComment(/^\s*--/, '.lua .sql'),
  ...withComment(/^\s*;/, '.clj .el'),
  ...withComment(undefined, '.erb .graphql .html .ipynb .json .json5 .jsonc .xml'),
]);

function withComment(
  comment: RegExp | undefined,
  extensions: string,
): [string, RegExp | undefined][] {
  return extensions.split(' ').map((extension) => [extension, comment]);
}

/** How to search the file at `path`; `undefined` for what is no source, such as prose and pictures. */
export function languageOf(path: string): Language | undefined {
  const name = posix.basename(path).toLowerCase();
  // ".env.production" has the extension of an environment.
  const extension = /^\.env(\.|$)/.test(name) ? '.env' : posix.extname(name);
  if (SCRIPTS.includes(extension)) return { kind: 'script', extension };
  if (COMPONENTS.includes(extension)) return { kind: 'component' };
  return TEXTS.has(extension) ? { kind: 'text', comment: TEXTS.get(extension) } : undefined;
}
