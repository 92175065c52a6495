import { parse } from 'yaml';
import { isNameLock } from '../names/is-name-lock.ts';
import type { Pending } from '../plan/settle.ts';
import type { EarlierMeaning, Lock } from './lock.ts';
import { LockError } from './lock-error.ts';

/**
 * Reads a lock that `renderLock` wrote.
 *
 * @param file - Names it in errors.
 * @throws LockError where it was damaged, by a merge for example.
 */
export function parseLock(text: string, file: string): Lock {
  const members = parseMembers(text, file);
  const earlier: unknown = members['earlier'] ?? [];
  if (!Array.isArray(earlier)) throw new LockError(file, 'expected "earlier" to be a list');
  const { names } = members;
  if (!isNameLock(names)) throw new LockError(file, 'expected "names" as apipin writes them');
  return {
    source: required(members, 'source', file),
    etag: optional(members, 'etag', file),
    modified: optional(members, 'modified', file),
    bytes: required(members, 'bytes', file),
    corrections: optional(members, 'corrections', file),
    meaning: required(members, 'meaning', file),
    document: required(members, 'document', file),
    earlier: earlier.map((each: unknown) => earlierOf(each, file)),
    names,
  };
}

/** What waits is seen again by the next sync. */
const REMOVE = 'remove it';

/** @throws LockError */
export function parsePending(text: string, file: string): Pending {
  const members = parseMembers(text, file);
  const since = required(members, 'since', file);
  if (Number.isNaN(Date.parse(since))) throw new LockError(file, '"since" is no time', REMOVE);
  const breaking: unknown = members['breaking'];
  if (!Array.isArray(breaking) || !breaking.every((id) => typeof id === 'string')) {
    throw new LockError(file, 'expected "breaking" to list changes', REMOVE);
  }
  return { meaning: required(members, 'meaning', file), breaking, since };
}

function earlierOf(value: unknown, file: string): EarlierMeaning {
  if (!isObject(value)) throw new LockError(file, 'expected "earlier" to list objects');
  return {
    meaning: required(value, 'meaning', file),
    modified: optional(value, 'modified', file),
    changeset: optional(value, 'changeset', file),
  };
}

type Members = Readonly<Record<string, unknown>>;

function parseMembers(text: string, file: string): Members {
  const value = parseYaml(text, file);
  if (!isObject(value)) throw new LockError(file, 'expected a YAML mapping');
  return value;
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch (cause) {
    throw new LockError(
      file,
      `is no YAML (${(cause as Error).message.split('\n')[0]})`,
      undefined,
      { cause },
    );
  }
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function required(members: Members, name: string, file: string): string {
  const value = optional(members, name, file);
  if (value === undefined) throw new LockError(file, `expected "${name}"`);
  return value;
}

function optional(members: Members, name: string, file: string): string | undefined {
  const value = Object.hasOwn(members, name) ? members[name] : undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw new LockError(file, `expected "${name}" to be a string`);
}
