import { readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { apipinHere } from './apipin.ts';
import { compile, newestCompiler, STRICT_OPTIONS } from './compilers.ts';
import { createScratchFolder } from './scratch-folder.ts';

const require = createRequire(import.meta.url);

const LONG = process.env['APIPIN_LONG_TESTS'] !== undefined;

const EXAMPLES = dirname(require.resolve('@readme/oas-examples/package.json'));

/** Too large to be a dependency; `test:long` fetches it. */
const GITHUB = fileURLToPath(
  new URL(
    '../node_modules/.github-spec/node_modules/@octokit/openapi/generated/api.github.com.json',
    import.meta.url,
  ),
);

/**
 * Documents of OpenAPI 3, by the name of the file: all, or of those in JSON every third one. Those in YAML say the same, or
 * nearly.
 */
const documents = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((path) => (LONG ? /^3\.\d.*\.(json|yaml)$/ : /^3\.\d.*\.json$/).test(path))
  .sort()
  .filter((_, index) => LONG || index % 3 === 0);

test('clients and validators of example documents compile', async () => {
  const folder = await createRepository(documents);
  expect(await apipinHere(folder, ['generate'])).toMatchObject({ code: 0 });
  // Whether openapi-typescript and our validators read every corner of OpenAPI alike is not for this test to say.
  const project = await createProject(folder, { exclude: ['**/*.test-d.ts'] });
  expect(await compile(newestCompiler, project)).toBe('');
});

test('the type test of a document without component schemas compiles', async () => {
  const folder = await createRepository(['3.1/json/petstore-simple.json']);
  expect(await apipinHere(folder, ['generate'])).toMatchObject({ code: 0 });
  expect(await compile(newestCompiler, await createProject(folder))).toBe('');
});

test('where a document says no more than object, callers may send any', async () => {
  const folder = await createRepository([]);
  const schemas = { Anything: { type: 'object' } };
  const spec = { openapi: '3.1.0', info: { title: 'A', version: '1' }, components: { schemas } };
  await writeFile(join(folder, 'spec.json'), JSON.stringify(spec));
  const out = 'packages/foreign-anything/src';
  expect(await apipinHere(folder, ['generate', 'client', 'spec.json', '--out', out])).toMatchObject(
    {
      code: 0,
    },
  );
  await writeFile(
    join(folder, 'packages/caller.ts'),
    `import type { Anything } from '@apipin/foreign-anything';
export const value: Anything = { name: 'of any property' };
`,
  );
  expect(await compile(newestCompiler, await createProject(folder))).toBe('');
});

test.runIf(LONG)(
  'the client and the validators of GitHub compile',
  { timeout: 600_000 },
  async () => {
    const folder = await createRepository([]);
    for (const kind of ['client', 'zod'])
      expect(
        await apipinHere(folder, ['generate', kind, GITHUB, '--out', `packages/${kind}`]),
      ).toMatchObject({
        code: 0,
      });
    expect(await compile(newestCompiler, await createProject(folder))).toBe('');
  },
);

/** A repository whose versions are `paths`, each with a client and validators in packages of its own. */
async function createRepository(paths: readonly string[]): Promise<string> {
  const folder = await createScratchFolder({ 'package.json': '{ "type": "module" }' });
  const specs = join(folder, 'specs');
  await mkdir(specs);
  const versions = paths.map((path) => ({
    id: idOf(path),
    spec: relative(specs, join(EXAMPLES, path)),
  }));
  await writeFile(
    join(specs, 'versions.yaml'),
    JSON.stringify({ apis: { foreign: { versions } } }),
  );
  return folder;
}

function idOf(document: string): string {
  return document.replaceAll(/[^\w.-]/g, '-');
}

/** A tsconfig.json for all packages in `folder`. */
async function createProject(folder: string, { exclude = [] as string[] } = {}): Promise<string> {
  const project = join(folder, 'tsconfig.json');
  const compilerOptions = {
    ...STRICT_OPTIONS,
    module: 'nodenext',
    paths: {
      '@apipin/foreign-*/types': ['./packages/foreign-*/src/types.ts'],
      '@apipin/foreign-*': ['./packages/foreign-*/src/index.ts'],
    },
  };
  await writeFile(project, JSON.stringify({ include: ['packages'], exclude, compilerOptions }));
  return project;
}
