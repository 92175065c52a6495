import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runNode } from './measure.ts';
import { installFolder, pathOf } from './peer-folder.ts';
import { peers, runPeer } from './peers.ts';
import { SCHEMAS } from './validators.ts';

/** Where `generateValidators` leaves the spec as JSON, in the folder it is given. */
export const SPEC_AS_JSON = 'ajv/spec.json';

/** Generates from `spec` what the sources of all validators import, into the new folder `scratch`. */
export async function generateValidators(
  root: string,
  spec: string,
  scratch: string,
): Promise<void> {
  const folders = ['ajv', 'esbuild', 'openapi-typescript', 'typia'];
  for (const folder of [...peers.map((peer) => peer.folder), ...folders]) {
    await installFolder(folder);
  }
  await mkdir(join(scratch, 'node_modules'));
  // One zod for all, and no module has an effect by being imported, as packages say of themselves.
  await symlink(join(root, 'node_modules/zod'), join(scratch, 'node_modules/zod'));
  await writeFile(join(scratch, 'package.json'), '{ "type": "module", "sideEffects": false }\n');

  const apipin = join(root, 'packages/cli/bin/apipin.js');
  const out = join(scratch, 'apipin');
  await runNode([apipin, 'generate', 'zod', spec, '--out', out], { cwd: scratch });
  for (const peer of peers) {
    await runPeer(peer, [{ name: 'bench', spec, out: join(scratch, peer.folder) }]);
  }
  await compileAjv(spec, join(scratch, 'ajv'));
  await compileTypia(spec, join(scratch, 'typia'));
}

async function compileAjv(spec: string, out: string): Promise<void> {
  await mkdir(out);
  const script = join(pathOf('ajv'), 'compile.js');
  await runNode([script, spec, out, ...Object.values(SCHEMAS)], { cwd: out });
}

/** From the types that openapi-typescript writes, which say nothing of formats or integers. */
async function compileTypia(spec: string, work: string): Promise<void> {
  const packages = join(pathOf('typia'), 'node_modules');
  await mkdir(join(work, 'in'), { recursive: true });
  await symlink(packages, join(work, 'node_modules'));
  const types = join(pathOf('openapi-typescript'), 'node_modules/.bin/openapi-typescript');
  await runNode([types, spec, '--output', 'in/schema.ts'], { cwd: work });
  for (const schema of Object.values(SCHEMAS)) {
    const source = `
      import typia from 'typia';
      import type { components } from './schema.ts';
      export const is${schema} = typia.createIs<components['schemas']['${schema}']>();`;
    await writeFile(join(work, `in/is${schema}.ts`), source);
  }
  const project = join(pathOf('typia'), 'tsconfig.json');
  const flags = ['--input', 'in', '--output', 'out', '--project', project];
  await runNode([join(packages, '.bin/typia'), 'generate', ...flags], { cwd: work });
}
