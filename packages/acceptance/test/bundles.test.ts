import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import { createScratchFolder } from './scratch-folder.ts';

/** What a browser is sent for a program of one line, zod included. */
async function bundle(line: string): Promise<string> {
  const folder = await createScratchFolder({ 'main.js': line });
  const build = await rolldown({
    input: join(folder, 'main.js'),
    logLevel: 'warn',
  });
  const { output } = await build.generate({ minify: false });
  return output.map((file) => ('code' in file ? file.code : '')).join('\n');
}

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
