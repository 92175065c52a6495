import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** Bundles a program of a consumer, with the packages it has installed, into one module that imports nothing. */
export async function bundle(consumer: string, program: string): Promise<string> {
  const build = await rolldown({
    input: join(consumer, 'src', program),
    cwd: consumer,
    platform: 'browser',
    logLevel: 'warn',
  });
  const { output } = await build.generate({ format: 'es' });
  await build.close();
  const [chunk, ...others] = output;
  if (others.length > 0 || chunk.imports.length > 0) {
    throw new Error(`${program}: the bundle imports ${chunk.imports.join(', ')}`);
  }
  return chunk.code;
}
