import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The executable that a package of npm brings in another package, which there is one of for each system. The package
 * manager has installed the one for this system.
 *
 * @param manifest - Path of the package's `package.json`.
 * @param path - Where the executable is, without its suffix.
 */
export function executableOf(manifest: string, path: string): string {
  const { resolve } = createRequire(manifest);
  const { optionalDependencies } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    readonly optionalDependencies: Readonly<Record<string, string>>;
  };
  for (const name of Object.keys(optionalDependencies)) {
    const found = tryTo(() => resolve(`${name}/package.json`));
    if (found !== undefined) return join(dirname(found), path + suffix);
  }
  throw new Error(`${manifest}: nothing is installed for ${process.platform} on ${process.arch}`);
}

const suffix = process.platform === 'win32' ? '.exe' : '';

function tryTo<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
