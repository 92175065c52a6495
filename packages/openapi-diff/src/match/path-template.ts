/** A segment that says which version of an API a path belongs to, such as `v3`, `2026-03` or `v1beta2`. */
const VERSION_SEGMENT = /^(v\d+(\.\d+)*((alpha|beta|rc)\d*)?|\d{4}-\d{2}(-\d{2})?)$/i;

/** A path with its parameters unnamed: paths that differ in these names alone are the same place. */
export function withoutParameterNames(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, '{}');
}

/** A path without its version, wherever that stands, and without a slash at its end. */
export function withoutVersion(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  return `/${segments.filter((segment) => !VERSION_SEGMENT.test(segment)).join('/')}`;
}

/** The names of a path's parameters, in their order. */
export function parameterNames(path: string): string[] {
  return Array.from(path.matchAll(/\{([^{}]*)\}/g), ([, name = '']) => name);
}
