import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { distrustfulRolldown, esbuild, rolldown } from '../bundlers.ts';
import { repositoryPath } from '../repository.ts';
import { runNode } from '../run-node.ts';
import { createScratchFolder } from '../scratch-folder.ts';
import { portablePackages } from './portable-packages.ts';

/**
 * What may be used of what all runtimes have.
 *
 * @see https://min-common-api.proposal.wintertc.org/
 */
const GLOBALS = [
  'AbortController',
  'AbortSignal',
  'Blob',
  'FormData',
  'Headers',
  'ReadableStream',
  'Request',
  'Response',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
  'atob',
  'btoa',
  'clearTimeout',
  'console',
  'crypto',
  'fetch',
  'performance',
  'setTimeout',
];

const LINT_RULES = {
  plugins: ['import'],
  categories: { correctness: 'off' },
  env: { builtin: true, es2024: true },
  globals: Object.fromEntries(GLOBALS.map((name) => [name, 'readonly'])),
  rules: { 'no-undef': ['error', { typeof: true }], 'import/no-nodejs-modules': 'error' },
};

/** What some modules use that is not everywhere. */
async function findUnportable(modules: readonly string[]): Promise<string[]> {
  const folder = await createScratchFolder({ 'rules.json': JSON.stringify(LINT_RULES) });
  const { stdout } = await runNode([
    repositoryPath('node_modules/oxlint/bin/oxlint'),
    '--config',
    join(folder, 'rules.json'),
    '--no-ignore',
    '--format=json',
    ...modules,
  ]);
  const { diagnostics, number_of_files: linted } = JSON.parse(stdout) as {
    readonly diagnostics: readonly { readonly message: string; readonly filename: string }[];
    readonly number_of_files: number;
  };
  expect(linted).toBe(modules.length);
  return diagnostics.map(({ message, filename }) => `${filename}: ${message}`);
}

describe.each(portablePackages)('$name', ({ sideEffects, entryPoints, modules }) => {
  test('its modules use what every runtime has', async () => {
    expect(await findUnportable(modules)).toEqual([]);
  });

  test('its modules look up on globalThis only what is everywhere or may be absent', async () => {
    const code = await Promise.all(modules.map((path) => readFile(path, 'utf8')));
    const lookUps = code.join('\n').matchAll(/\bglobalThis\??\.(\w+)/g);
    const names = new Set(Array.from(lookUps, ([, name]) => name));
    expect([...names].filter((name) => name !== 'fetch' && name !== 'navigator')).toEqual([]);
  });

  test.each([rolldown, distrustfulRolldown, esbuild])(
    'a program that imports all of it and uses nothing is empty: $name',
    async (bundler) => {
      const program = entryPoints.map((name) => `import '${name}';`).join('\n');
      const folder = await createScratchFolder({ 'main.js': program });
      expect(await bundler.bundle(join(folder, 'main.js'))).toBe('');
    },
  );

  test('its manifest says so', () => {
    expect(sideEffects).toBe(false);
  });
});

test('what is not everywhere is found', async () => {
  const culprits = {
    'node:fs': 'import fs from "node:fs"; fs.rmSync("x");',
    'node:os': 'export const os = () => import("node:os");',
    crypto: 'export { randomUUID } from "crypto";',
    process: 'export const isNode = typeof process === "object";',
    Buffer: 'export const bytes = () => Buffer.from("x");',
    require: 'export const load = () => require("x");',
    __dirname: 'export const folder = __dirname;',
    document: 'export const body = () => document.body;',
  };
  const folder = await createScratchFolder(
    Object.fromEntries(Object.values(culprits).map((code, index) => [`${index}.js`, code])),
  );
  const modules = Object.keys(culprits).map((_, index) => join(folder, `${index}.js`));
  const problems = await findUnportable(modules);
  const found = problems.map((problem) => /[`'](.+)[`']/.exec(problem)?.[1]);
  expect(found.sort()).toEqual(Object.keys(culprits).sort());
});
