import type { KnownApi, KnownOperation } from '../known-api.ts';

/** Stands in a text for what is only known when the program runs: `${channelId}`. */
export const UNKNOWN_PART = '\0';

/** A path of a version of an API that stands in a text. */
export interface PathMatch {
  /** Where it begins in the text. */
  readonly index: number;
  readonly api: string;
  readonly version: string;
  /** As it stands there, without a query. */
  readonly path: string;
  /** The operations with that path; none where it is cut off, or is of no operation. */
  readonly operations: readonly KnownOperation[];
}

/** Finds the paths of known versions in texts. */
export interface PathMatcher {
  /** What a text has one of, if there is anything to find in it. */
  readonly needles: readonly string[];
  find(text: string): PathMatch[];
}

interface Root {
  readonly api: string;
  readonly version: string;
  /** How paths of this version begin, without the slash at the start: `conversations/v3/custom-channels`. */
  readonly text: string;
  readonly operations: readonly KnownOperation[];
}

/** One segment says too little: `/users` is a path of half of all APIs. */
const MIN_SEGMENTS = 2;

/** A path goes on until what cannot be part of one; a placeholder of a template may hold anything. None is endless. */
const REST_OF_PATH = /(?:[$#]?\{[^{}\n]{0,100}\}|[^\s'"`<>|,;()?#\\]){0,300}/y;

/** Prepares the search for the paths of all versions of `apis` that can be told apart by their paths. */
export function createPathMatcher(apis: readonly KnownApi[]): PathMatcher {
  const roots = new Map(rootsOf(apis).map((root) => [root.text, root]));
  const needles = [...roots.keys()];
  // The longest first: of "a/b" and "a/b/v2", the latter is meant wherever it stands.
  const alternatives = needles.toSorted((a, b) => b.length - a.length).map(escapeForPattern);
  const pattern = new RegExp(`(?<![\\w-])(?:${alternatives.join('|')})(?![\\w-])`, 'g');
  return {
    needles,
    find(text) {
      if (roots.size === 0) return [];
      return [...text.matchAll(pattern)].flatMap(({ 0: found, index }): PathMatch[] => {
        const root = roots.get(found);
        if (root === undefined) return [];
        REST_OF_PATH.lastIndex = index + found.length;
        const path = `/${found}${REST_OF_PATH.exec(text)?.[0] ?? ''}`;
        const operations = operationsOf(path, root.operations);
        const start = text[index - 1] === '/' ? index - 1 : index;
        return [{ index: start, api: root.api, version: root.version, path, operations }];
      });
    },
  };
}

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function rootsOf(apis: readonly KnownApi[]): Root[] {
  const roots = apis.flatMap(({ name, versions }) =>
    versions.flatMap(({ id, operations }): Root[] =>
      literalBeginnings(operations).map((text) => ({ api: name, version: id, text, operations })),
    ),
  );
  // What two versions have in common says nothing of which is meant.
  return roots.filter(({ text }) => roots.filter((root) => root.text === text).length === 1);
}

/** What the paths begin with before their first parameter, without those that begin with another one. */
function literalBeginnings(operations: readonly KnownOperation[]): string[] {
  const beginnings = operations.map(({ path }) => {
    const segments = segmentsOf(path);
    const parameter = segments.findIndex((segment) => segment.includes('{'));
    return parameter === -1 ? segments : segments.slice(0, parameter);
  });
  const texts = beginnings
    .filter(({ length }) => length >= MIN_SEGMENTS)
    .map((segments) => segments.join('/'));
  const distinct = [...new Set(texts)];
  return distinct.filter((text) => !distinct.some((other) => text.startsWith(`${other}/`)));
}

/** The operations of the template that fits best: the one with the fewest parameters. */
function operationsOf(
  path: string,
  operations: readonly KnownOperation[],
): readonly KnownOperation[] {
  const segments = segmentsOf(path);
  const fitting = operations.filter((operation) => fits(segments, segmentsOf(operation.path)));
  const parameterCounts = fitting.map((operation) => operation.path.split('{').length);
  const fewest = Math.min(...parameterCounts);
  return fitting.filter((_, index) => parameterCounts[index] === fewest);
}

function fits(segments: readonly string[], template: readonly string[]): boolean {
  if (segments.length !== template.length) return false;
  return template.every(
    (expected, index) => expected.includes('{') || expected === segments[index],
  );
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}
