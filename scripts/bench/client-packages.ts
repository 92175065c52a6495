import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runNode, runProcess } from './measure.ts';
import { installFolder, pathOf } from './peer-folder.ts';
import { peers, runPeer } from './peers.ts';

/** The compiler that the packages are built with, and the last that has a language service. */
export const TYPESCRIPT_5 = join(pathOf('openapi-typescript'), 'node_modules/typescript');

/** The modules that a user of a generated client imports, by the client's folder. */
const ENTRIES: Readonly<Record<string, readonly string[]>> = {
  'openapi-typescript': ['schema.ts'],
  'hey-api': ['index.ts', 'client.gen.ts'],
  orval: ['client.ts'],
  'kubb-4': ['clients/index.ts', 'types/index.ts'],
};

/** Settings that all consumers share, and that generated clients are built with. */
export const COMPILER_OPTIONS = {
  target: 'es2023',
  lib: ['es2023', 'dom', 'dom.iterable'],
  module: 'esnext',
  moduleResolution: 'bundler',
  types: [],
  strict: true,
  skipLibCheck: true,
} as const;

/**
 * Fills the new folder `scratch` with the consumers, and with the clients of `spec` as packages: declarations and
 * JavaScript, which is what there is of a client after `npm install`.
 */
export async function installClients(root: string, spec: string, scratch: string): Promise<void> {
  for (const folder of [...Object.keys(ENTRIES), 'clients']) await installFolder(folder);
  const packages = join(scratch, 'node_modules');
  for (const [name, path] of [
    ['@apipin/custom-channels-2026-03', join(root, 'packages/custom-channels-2026-03')],
    ['openapi-fetch', join(pathOf('clients'), 'node_modules/openapi-fetch')],
    // What the clients of kubb import.
    ['@kubb/plugin-client', join(pathOf('kubb-4'), 'node_modules/@kubb/plugin-client')],
  ] as const) {
    await mkdir(dirname(join(packages, name)), { recursive: true });
    await symlink(path, join(packages, name));
  }
  for (const folder of Object.keys(ENTRIES)) {
    const out = join(scratch, 'generated', folder);
    await mkdir(out, { recursive: true });
    await generate(folder, spec, out);
    await build(folder, out, join(packages, '@bench', folder));
  }
  await cp(join(import.meta.dirname, 'consumers'), join(scratch, 'consumers'), { recursive: true });
  await writeFile(join(scratch, 'package.json'), '{ "type": "module", "sideEffects": false }\n');
}

async function generate(folder: string, spec: string, out: string): Promise<void> {
  const peer = peers.find((candidate) => candidate.folder === folder);
  if (peer !== undefined) return void (await runPeer(peer, [{ name: 'bench', spec, out }]));
  const command = join(pathOf(folder), 'node_modules/.bin/openapi-typescript');
  await runNode([command, spec, '--output', 'schema.ts'], { cwd: out });
}

/** Compiles what was generated, and makes a package of it in which every module can be imported. */
async function build(folder: string, sources: string, target: string): Promise<void> {
  const project = {
    compilerOptions: {
      ...COMPILER_OPTIONS,
      declaration: true,
      rewriteRelativeImportExtensions: true,
      rootDir: '.',
      outDir: join(target, 'dist'),
    },
    files: ENTRIES[folder],
  };
  await writeFile(join(sources, 'tsconfig.json'), JSON.stringify(project));
  await runProcess(process.execPath, [join(TYPESCRIPT_5, 'bin/tsc')], { cwd: sources });
  const manifest = {
    name: `@bench/${folder}`,
    type: 'module',
    sideEffects: false,
    exports: { './*': './dist/*.js' },
  };
  await writeFile(join(target, 'package.json'), JSON.stringify(manifest));
}
