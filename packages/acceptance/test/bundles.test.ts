import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { esbuild, rolldown } from './bundlers.ts';
import { runNode } from './run-node.ts';
import { createScratchFolder } from './scratch-folder.ts';
import { versions } from './versions.ts';

/** What a browser is sent for a program of some lines, zod included. */
async function bundle(
  program: string,
  { bundler = rolldown, minify = false } = {},
): Promise<string> {
  const folder = await createScratchFolder({ 'main.js': program });
  return bundler.bundle(join(folder, 'main.js'), { minify });
}

/** A program that hands over the `createClient` of a version. */
function clientOf(id: string): string {
  return `export { createClient } from '@apipin/custom-channels-${id}';`;
}

/** A program that can call one operation of a version. */
function clientOfOne(id: string, operation: string): string {
  return `
    import { createClientWith } from '@apipin/custom-channels-${id}';
    import { ${operation} } from '@apipin/custom-channels-${id}/operations';
    export const client = createClientWith({ ${operation} });
  `;
}

// esbuild folds less: the same program is 2 % larger, and a list, which brings its paging along, is above 5 KB.
describe.each([
  { bundler: rolldown, most: 5 * 1024, mostOfLists: 5 * 1024 },
  { bundler: esbuild, most: 5 * 1024, mostOfLists: 5_250 },
])('$bundler.name', ({ bundler, most, mostOfLists }) => {
  /** In bytes. */
  async function gzippedSizeOf(program: string): Promise<number> {
    return gzipSync(await bundle(program, { bundler, minify: true }), { level: 9 }).length;
  }

  test.each(versions)('$id: the whole client takes 7 KB at most', async ({ id }) => {
    expect(await gzippedSizeOf(clientOf(id))).toBeLessThanOrEqual(7 * 1024);
  });

  test.each(versions)('$id: one operation takes 5 KB, whichever it is', async ({ id }) => {
    const { operationTable } = (await import(`@apipin/custom-channels-${id}/operations`)) as {
      readonly operationTable: Readonly<Record<string, { readonly paging?: unknown }>>;
    };
    for (const [operation, { paging }] of Object.entries(operationTable)) {
      const limit = paging === undefined ? most : mostOfLists;
      expect(await gzippedSizeOf(clientOfOne(id, operation)), operation).toBeLessThanOrEqual(limit);
    }
  });
});

test('of the schemas, only the one that is used is bundled', async () => {
  const code = await bundle(
    "import { ContactAddress } from '@apipin/custom-channels-2026-03-zod'; globalThis.it = ContactAddress;",
  );
  expect(code).toContain('const ContactAddress');
  expect(code).not.toMatch(/const (FileAttachment|Channel|publishMessage|listChannels)\b/);
});

test('a predicate comes without zod, and without the others', async () => {
  const code = await bundle(
    "import { isContactAddress } from '@apipin/custom-channels-2026-03-zod/fast'; globalThis.it = isContactAddress;",
  );
  expect(code).toContain('function isContactAddress');
  expect(code).not.toMatch(/function isFileAttachment|ZodObject/);
  expect(code.length).toBeLessThan(3_000);
});

test('zod brings along no more than it does when it is used by hand', async () => {
  const byHand = await bundle(
    "import * as z from 'zod'; globalThis.it = z.object({ a: z.string() });",
  );
  const generated = await bundle(
    "import { ContactAddress } from '@apipin/custom-channels-2026-03-zod'; globalThis.it = ContactAddress;",
  );
  expect(generated.length).toBeLessThan(byHand.length * 1.2);
});

/** What a program prints that holds the client of v3 twice, near the end of v3: each bundle has a runtime of its own. */
async function runTwoCopies(program: string): Promise<string> {
  const code = await bundle(clientOf('v3'));
  const folder = await createScratchFolder({
    'one.mjs': code,
    'two.mjs': code,
    'main.mjs': `
      import { createClient as one } from './one.mjs';
      import { createClient as two } from './two.mjs';
      Date.now = () => Date.parse('2027-06-01');
      ${program}
    `,
  });
  const { code: exit, stdout, stderr } = await runNode([join(folder, 'main.mjs')]);
  expect(exit).toBe(0);
  return stdout + stderr;
}

test('a process is warned once that a version ends, whatever copies of a client it has', async () => {
  expect(await runTwoCopies('one(); two(); one(); two();')).toBe(
    'APIPIN_END_OF_SUPPORT: custom-channels v3 ends 2027-09: ' +
      'move to 2026-03, or set warnBeforeEnd: false\n',
  );
});

test.each([
  'one({ warnBeforeEnd: false }); two({ warnBeforeEnd: false });',
  "Date.now = () => Date.parse('2027-03-04T23:59:59.999Z'); one(); two();",
  'delete globalThis.console; one(); two();',
  "console.warn = () => { throw new Error('closed'); }; one(); two();",
])('is silent, and works: %s', async (program) => {
  expect(await runTwoCopies(program)).toBe('');
});
