/**
 * Path templating: the names in the braces do not tell paths apart.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#path-templating
 */

const EXPRESSION = /\{([^{}]*)\}/g;

/** The names of the path parameters, in the order of their places. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(EXPRESSION)].map(([, name = '']) => name);
}

/**
 * What identifies each path: its template without the names. Templates that should not stand side by side, since only
 * the names tell them apart, keep theirs.
 */
export function pathKeys(paths: Iterable<string>): Map<string, string> {
  const groups = Map.groupBy(new Set(paths), (path) => path.replace(EXPRESSION, '{}'));
  return new Map(
    [...groups].flatMap(([key, group]) =>
      group.map((path) => [path, group.length === 1 ? key : path] as const),
    ),
  );
}
