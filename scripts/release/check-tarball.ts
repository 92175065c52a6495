import { manifestOf, textOf, type Tarball } from './tarball.ts';

/** Something in a tarball that must not be published. */
export interface TarballProblem {
  /** The path in the tarball. */
  readonly file: string;
  /** What is wrong with it, and what to do. */
  readonly message: string;
}

/** What a package has to tell about itself, besides its name and version. */
const STATEMENTS = {
  license: 'Apache-2.0',
  repository: { type: 'git', url: 'git+https://github.com/apipin/apipin.git' },
  engines: { node: '>=22' },
  publishConfig: { access: 'public', provenance: true },
} as const;

/** Files for those who work on a package, by what gives them away. */
const DEVELOPMENT_FILES: readonly RegExp[] = [
  /(^|\/)\./,
  /(^|\/)tsconfig[^/]*\.json$/,
  /\.(test|test-d|bench)\.[^/]+$/,
  /(^|\/)(test|tests|__tests__|node_modules|coverage)\//,
  /^src\//,
  /(^|\/)(vitest\.config|turbo)\.[^/]+$/,
];

/** Somebody's home, on the usual systems. */
const HOME = /(?:\/(?:home|Users)\/|\b[A-Z]:\\+Users\\+)[\w.@-]+|\/root\/[\w.@-]+/;

/**
 * Finds what is wrong with a tarball: files that are missing or not for users, statements that its package.json does not
 * make, exports that lead nowhere, and paths of the machine it was built on.
 *
 * @param checkout - The folder of the repository on this machine, which no file may mention.
 */
export function checkTarball(tarball: Tarball, checkout: string): TarballProblem[] {
  return [
    ...checkDocuments(tarball),
    ...checkManifest(tarball),
    ...[...tarball.files.keys()].flatMap((file) => [
      ...checkName(file),
      ...checkText(file, textOf(tarball, file) ?? '', checkout),
    ]),
  ];
}

function checkDocuments(tarball: Tarball): TarballProblem[] {
  return ['README.md', 'LICENSE']
    .filter((file) => (textOf(tarball, file) ?? '').trim() === '')
    .map((file) => ({ file, message: 'missing or empty; every package brings its own' }));
}

function checkManifest(tarball: Tarball): TarballProblem[] {
  const file = 'package.json';
  const manifest = manifestOf(tarball);
  const problems = Object.entries(STATEMENTS)
    .filter(([key, wanted]) => !includes(manifest[key], wanted))
    .map(([key, wanted]) => `"${key}" has to say ${JSON.stringify(wanted)}`);
  for (const range of Object.values({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    if (/^(workspace|catalog|file|link):/.test(range)) {
      problems.push(`"${range}" means nothing outside the workspace; pack with pnpm`);
    }
  }
  for (const target of [...targetsOf(manifest['exports']), ...targetsOf(manifest['bin'])]) {
    const path = target.replace(/^\.\//, '');
    const wanted =
      path.endsWith('.js') && path.startsWith('dist/') ? [path, declarationOf(path)] : [path];
    for (const missing of wanted.filter((name) => !tarball.files.has(name))) {
      problems.push(`"${target}" leads to ${missing}, which is not in the tarball; build first`);
    }
  }
  return problems.map((message) => ({ file, message }));
}

function checkName(file: string): TarballProblem[] {
  if (!DEVELOPMENT_FILES.some((pattern) => pattern.test(file))) return [];
  return [{ file, message: 'of use in the repository only; leave it out with "files"' }];
}

function checkText(file: string, text: string, checkout: string): TarballProblem[] {
  const problems: TarballProblem[] = [];
  const path = text.includes(checkout) ? checkout : HOME.exec(text)?.[0];
  if (path !== undefined) {
    problems.push({ file, message: `names ${path}, a path of the machine it was built on` });
  }
  if (file.endsWith('.map')) problems.push(...checkSourceMap(file, text));
  return problems;
}

function checkSourceMap(file: string, text: string): TarballProblem[] {
  const { sourceRoot = '', sources = [] } = JSON.parse(text) as {
    sourceRoot?: string;
    sources?: (string | null)[];
  };
  return [sourceRoot, ...sources]
    .filter((source) => source !== null && /^(\/|[A-Za-z]:[\\/]|file:)/.test(source))
    .map((source) => ({ file, message: `leads to ${source}, an absolute path` }));
}

/** Whether `value` has everything that `wanted` has. */
function includes(value: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return value === wanted;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(wanted).every(([key, part]) => includes(Reflect.get(value, key), part));
}

/** The files that `exports` or `bin` lead to, whatever the conditions. */
function targetsOf(entry: unknown): string[] {
  if (typeof entry === 'string') return [entry];
  if (typeof entry !== 'object' || entry === null) return [];
  return Object.values(entry).flatMap(targetsOf);
}

function declarationOf(path: string): string {
  return path.replace(/\.js$/, '.d.ts');
}
