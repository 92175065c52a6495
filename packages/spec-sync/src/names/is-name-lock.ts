import type { NameLock } from './name-lock.ts';

/** Whether a value that was read from a file is a lock of names. */
export function isNameLock(value: unknown): value is NameLock {
  return (
    isObject(value) &&
    isRecordOf(value['operations'], isPinned) &&
    isRecordOf(value['tags'], (tag) => isPinned(tag) && isListOfStrings(tag['operations'])) &&
    isRecordOf(value['components'], (section) => isRecordOf(section, isPinnedComponent))
  );
}

type Members = Readonly<Record<string, unknown>>;

function isPinnedComponent(value: unknown): boolean {
  return (
    isPinned(value) &&
    typeof value['digest'] === 'string' &&
    typeof value['shape'] === 'string' &&
    isListOfStrings(value['uses'])
  );
}

function isPinned(value: unknown): value is Members {
  return (
    isObject(value) &&
    ['string', 'undefined'].includes(typeof value['operationId']) &&
    ['string', 'undefined'].includes(typeof value['upstream']) &&
    ['number', 'undefined'].includes(typeof value['retired'])
  );
}

function isRecordOf(value: unknown, isMember: (member: unknown) => boolean): boolean {
  return isObject(value) && Object.values(value).every(isMember);
}

function isListOfStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
