import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile, compilers, newestCompiler, STRICT_OPTIONS } from './compilers.ts';
import { repositoryPath } from './repository.ts';
import { createScratchFolder } from './scratch-folder.ts';
import { versions } from './versions.ts';

const LONG = process.env['APIPIN_LONG_TESTS'] !== undefined;

const clients = versions.map(({ id }) => repositoryPath(`packages/custom-channels-${id}/src`));
const validators = versions.map(({ id }) =>
  repositoryPath(`packages/custom-channels-${id}-zod/src`),
);

const NODENEXT = { module: 'nodenext', moduleResolution: 'nodenext' };
const BUNDLER = { module: 'esnext', moduleResolution: 'bundler' };

const CLIENT_OPTIONS = { declaration: true, isolatedDeclarations: true };

// The oldest and the newest say most; each that uses JavaScript takes ten seconds.
const judges = LONG ? compilers : compilers.filter(({ version }) => version !== '6.0');

describe.each(judges)('TypeScript $version', (compiler) => {
  const resolutions = LONG || compiler === newestCompiler ? [NODENEXT, BUNDLER] : [NODENEXT];

  test.each(resolutions)('accepts the clients under $moduleResolution', async (resolution) => {
    const project = await createProject(clients, { ...CLIENT_OPTIONS, ...resolution });
    expect(await compile(compiler, project)).toBe('');
  });

  // Without isolatedDeclarations, since the types of zod schemas are what the compiler infers for them.
  test.each(LONG ? resolutions : [NODENEXT])(
    'accepts the validators under $moduleResolution',
    async (resolution) => {
      const project = await createProject(validators, resolution);
      expect(await compile(compiler, project)).toBe('');
    },
  );

  test.each([
    ['TS2322', 'export const item: string = ([] as string[])[0];'],
    ['TS9010', 'export const inferred = Math.random();'],
  ])('refuses with %s: %s', async (code, line) => {
    const project = await createProject(['.'], { ...CLIENT_OPTIONS, ...NODENEXT }, line);
    expect(await compile(compiler, project)).toContain(`broken.ts(1,14): error ${code}`);
  });
});

/** Writes a tsconfig.json with the strict options and `compilerOptions`, beside a module if one is given. */
async function createProject(
  include: readonly string[],
  compilerOptions: object,
  broken?: string,
): Promise<string> {
  const folder = await createScratchFolder({
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({
      include,
      compilerOptions: { ...STRICT_OPTIONS, ...compilerOptions },
    }),
    ...(broken === undefined ? {} : { 'broken.ts': broken }),
  });
  return join(folder, 'tsconfig.json');
}
