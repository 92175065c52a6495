import { CompatConfigurationError } from './errors/compat-configuration-error.ts';
import type { CompatPlan, OperationPlan, Side } from './plan.ts';

/** The operations of one version, ready to be matched. */
export type Routes = readonly Route[];

interface Route {
  readonly operationId: string;
  readonly operation: OperationPlan;
  readonly method: string;
  readonly path: string;
  /** Captures what precedes the template, and then each path parameter. */
  readonly pattern: RegExp;
  readonly parameterNames: readonly string[];
}

/** An operation that a URL path belongs to. */
export interface RouteMatch {
  readonly operationId: string;
  readonly operation: OperationPlan;
  /** Path template of the version that was matched. */
  readonly path: string;
  /** What precedes the API's own path: empty, or `/` and more. */
  readonly prefix: string;
  /** Path parameters, percent-encoded as they are in the path. */
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * Prepares the operations of one version for {@link matchRoute}.
 *
 * @throws CompatConfigurationError when the versions of an operation differ in path parameters.
 */
export function compileRoutes(plan: CompatPlan, side: Side): Routes {
  const entries = Object.entries(plan.operations);
  for (const [operationId, operation] of entries) requireSameParameters(operationId, operation);
  return entries
    .toSorted(([, a], [, b]) => byPrecedence(a[side].path, b[side].path))
    .map(([operationId, operation]) => {
      const { method, path } = operation[side];
      const parameterNames = parameterNamesOf(path);
      return { operationId, operation, method, path, pattern: patternOf(path), parameterNames };
    });
}

/**
 * Finds the operation that a path belongs to. A trailing slash does not matter.
 *
 * @param method - Left out where a link has none; then the first operation on the path is found.
 * @see https://spec.openapis.org/oas/v3.1.1.html#path-templating-matching
 */
export function matchRoute(
  routes: Routes,
  pathname: string,
  method?: string,
): RouteMatch | undefined {
  for (const route of routes) {
    if (method !== undefined && method !== route.method) continue;
    const match = route.pattern.exec(pathname);
    if (match === null) continue;
    const [, prefix = '', ...captured] = match;
    const { operationId, operation, path, parameterNames } = route;
    const parameters = new Map(parameterNames.map((name, index) => [name, captured[index] ?? '']));
    return { operationId, operation, path, prefix, parameters };
  }
  return undefined;
}

/** The path of a matched operation in the given version, below the prefix. */
export function pathOf(
  { operation, parameters }: Pick<RouteMatch, 'operation' | 'parameters'>,
  side: Side,
): string {
  return operation[side].path.replaceAll(
    expressionPattern,
    (_expression, name: string) => parameters.get(name) ?? '',
  );
}

const expressionPattern = /\{([^{}]+)\}/g;

function patternOf(path: string): RegExp {
  const template = path
    .replace(/\/$/, '')
    .replaceAll(/[\\^$.*+?()[\]|]/g, '\\$&')
    .replaceAll(expressionPattern, '([^/]+)');
  // The prefix is lazy: the shortest one leaves most of the path to the template.
  return new RegExp(`^(|/.*?)${template}/?$`);
}

function parameterNamesOf(path: string): string[] {
  return Array.from(path.matchAll(expressionPattern), ([, name = '']) => name);
}

function requireSameParameters(operationId: string, { old, current }: OperationPlan): void {
  const [oldNames, currentNames] = [old, current].map(({ path }) =>
    parameterNamesOf(path).toSorted().join(),
  );
  if (oldNames === currentNames) return;
  throw new CompatConfigurationError(
    `${operationId}: ${old.path} and ${current.path} have different path parameters; ` +
      `give them the same names in the plan`,
  );
}

/** Longer templates leave a shorter prefix, and concrete ones win over templated ones. */
function byPrecedence(a: string, b: string): number {
  return (
    b.split('/').length - a.split('/').length ||
    parameterNamesOf(a).length - parameterNamesOf(b).length
  );
}
