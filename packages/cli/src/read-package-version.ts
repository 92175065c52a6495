import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The version of the package in `folder`; that of one which is yet to be released where none is there. */
export async function readPackageVersion(folder: string): Promise<string> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const { version } = manifest as { readonly version?: unknown };
    // It becomes part of a header.
    return typeof version === 'string' && /^[\w.+-]+$/.test(version) ? version : '0.0.0';
  } catch {
    return '0.0.0';
  }
}
