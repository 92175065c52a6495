import { UsageError } from '../command.ts';
import type { VersionEntry } from '../versions-file.ts';

/**
 * The version that the user names: `v3`, or `custom-channels@v3` where several APIs have one.
 *
 * @throws UsageError where it is not exactly one.
 */
export function findVersion(versions: readonly VersionEntry[], name: string): VersionEntry {
  const found = versions.filter(({ api, id }) => name === id || name === `${api}@${id}`);
  const [version, ...others] = found;
  if (version === undefined) {
    const known = versions.map(({ api, id }) => `${api}@${id}`).join(', ');
    throw new UsageError(`there is no version "${name}" in specs/versions.yaml; it has ${known}`);
  }
  if (others.length === 0) return version;
  const choices = found.map(({ api, id }) => `${api}@${id}`).join(' or ');
  throw new UsageError(`"${name}" is a version of several APIs; say ${choices}`);
}
