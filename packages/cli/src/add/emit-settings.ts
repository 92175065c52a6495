import { formatJson } from './format-json.ts';
import type { NewFile } from './new-file.ts';

/** The settings of the compiler, of turbo and of vitest that a package has. */
export interface Settings {
  /** Folders below `packages` whose declarations the build needs. */
  readonly references: readonly string[];
  /** The task of turbo that generates. */
  readonly generate: {
    /** Files below `specs`. */
    readonly specs: readonly string[];
    readonly outputs?: readonly string[];
  };
  readonly hasTests: boolean;
}

/** Emits them as files, each with no more than what differs from the shared settings. */
export function emitSettings({ references, generate, hasTests }: Settings): NewFile[] {
  const build = {
    extends: '@apipin/config/tsconfig.build.json',
    ...(references.length > 0 && {
      references: references.map((name) => ({ path: `../${name}/tsconfig.build.json` })),
    }),
  };
  const { specs, ...outputs } = generate;
  const inputs = ['$TURBO_EXTENDS$', ...specs.map((spec) => `$TURBO_ROOT$/specs/${spec}`)];
  const settings = [
    ['tsconfig.build.json', build],
    ['tsconfig.json', { extends: '@apipin/config/tsconfig.json', include: ['src'] }],
    ['turbo.json', { extends: ['//'], tasks: { generate: { inputs, ...outputs } } }],
  ] as const;
  const vitest = {
    path: 'vitest.config.ts',
    contents: "export { default } from '@apipin/config/vitest';\n",
  };
  return [
    ...settings.map(([path, value]) => ({ path, contents: `${formatJson(value)}\n` })),
    ...(hasTests ? [vitest] : []),
  ];
}
