/** What packages of a kind have in their package.json beside what all packages have. */
export interface Manifest {
  /** Without the scope; the folder below `packages`, too. */
  readonly name: string;
  readonly description: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Emits the package.json of a package that is yet to be released. */
export function emitManifest({ name, description, scripts, ...others }: Manifest): string {
  const { exports, ...dependencies } = others;
  const manifest = {
    name: `@apipin/${name}`,
    version: '0.0.0',
    description,
    license: 'Apache-2.0',
    repository: {
      type: 'git',
      url: 'git+https://github.com/apipin/apipin.git',
      directory: `packages/${name}`,
    },
    type: 'module',
    sideEffects: false,
    exports,
    files: ['dist', '!dist/.tsbuildinfo'],
    engines: { node: '>=22' },
    publishConfig: { access: 'public', provenance: true },
    scripts: sortMembers({
      build: 'tsc -b tsconfig.build.json',
      'check:package': 'publint --strict && attw --pack . --profile esm-only',
      typecheck: 'tsc -p tsconfig.json',
      ...scripts,
    }),
    ...dependencies,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function sortMembers(members: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(members).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
