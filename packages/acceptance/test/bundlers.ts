import { build } from 'esbuild';
import { rolldown as createRolldown } from 'rolldown';

/** What makes one module of a program and all that it imports. */
export interface Bundler {
  readonly name: string;
  bundle(file: string, options?: BundleOptions): Promise<string>;
}

export interface BundleOptions {
  readonly minify?: boolean;
}

/** Vite's bundler. */
export const rolldown: Bundler = {
  name: 'rolldown',
  bundle: (file, options) => bundleWithRolldown(file, options),
};

/** Vite's bundler, where it looks for itself whether modules have effects and does not ask manifests. */
export const distrustfulRolldown: Bundler = {
  name: 'rolldown without sideEffects',
  bundle: (file, options) => bundleWithRolldown(file, options, { moduleSideEffects: true }),
};

/** Wrangler's bundler. */
export const esbuild: Bundler = {
  name: 'esbuild',
  async bundle(file, { minify = false } = {}) {
    const { outputFiles } = await build({
      entryPoints: [file],
      bundle: true,
      format: 'esm',
      platform: 'browser',
      minify,
      write: false,
    });
    return outputFiles.map(({ text }) => text).join('\n');
  },
};

async function bundleWithRolldown(
  file: string,
  { minify = false }: BundleOptions = {},
  treeshake: boolean | { readonly moduleSideEffects: boolean } = true,
): Promise<string> {
  const bundle = await createRolldown({
    input: file,
    platform: 'browser',
    logLevel: 'warn',
    treeshake,
  });
  const { output } = await bundle.generate({ minify });
  await bundle.close();
  return output.map((part) => ('code' in part ? part.code : '')).join('\n');
}
