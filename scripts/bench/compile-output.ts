import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FailedRunError, runProcess } from './measure.ts';

/** What the compiler said of what we generated from a document. */
export interface Compilation {
  readonly name: string;
  readonly wallMs: number;
  /** None where it compiles. */
  readonly errorCount: number;
}

/** Type-checks the generated packages in `packages` as the workspace does its own, without their type tests. */
export async function compileOutput(
  root: string,
  name: string,
  packages: string,
): Promise<Compilation> {
  await mkdir(join(packages, 'node_modules/@apipin'), { recursive: true });
  for (const dependency of ['zod', '@apipin/client-runtime']) {
    const path = join(packages, 'node_modules', dependency);
    await symlink(join(root, 'node_modules', dependency), path);
  }
  const config = {
    extends: join(root, 'packages/config/tsconfig.json'),
    compilerOptions: { types: [] },
    include: ['*/src/*.ts'],
    exclude: ['*/src/*.test-d.ts'],
  };
  await writeFile(join(packages, 'package.json'), '{ "type": "module" }\n');
  await writeFile(join(packages, 'tsconfig.json'), JSON.stringify(config));
  const start = performance.now();
  const output = await check(root, packages);
  const errorCount = output.match(/error TS\d+/g)?.length ?? 0;
  return { name, wallMs: performance.now() - start, errorCount };
}

/** Gives what the compiler has to complain of. */
async function check(root: string, packages: string): Promise<string> {
  const compiler = join(root, 'node_modules/.bin/tsc');
  try {
    await runProcess(compiler, ['-p', 'tsconfig.json', '--pretty', 'false'], { cwd: packages });
    return '';
  } catch (error) {
    if (!(error instanceof FailedRunError)) throw error;
    process.stderr.write(error.output.slice(0, 2000));
    return error.output;
  }
}
