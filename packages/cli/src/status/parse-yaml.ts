import { FAILSAFE_SCHEMA, loadAll } from 'js-yaml';

/** Nobody but an attacker has many: a few lines of aliases can stand for billions of values. */
const MAX_ALIASES = 100;

/**
 * Parses a YAML file of a package manager, with every scalar as a string; of several documents, the last. pnpm 12 has
 * what it installs for itself in a document before that of the projects.
 *
 * js-yaml, as lockfiles have megabytes, of which the other YAML library here parses one in a second, and some in
 * quadratic time.
 *
 * @throws YAMLException where it is not YAML, nests too deeply, or has too many aliases.
 */
export function parseYaml(text: string): unknown {
  return loadAll(text, { schema: FAILSAFE_SCHEMA, maxAliases: MAX_ALIASES }).at(-1);
}
