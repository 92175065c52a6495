import { CompatConfigurationError } from './errors/compat-configuration-error.ts';
import type { CompatPlan, MethodAndPath, OperationPlan, Side } from './plan.ts';

/** The operations of one version, ready to be matched. */
export type Routes = readonly Route[];

interface Route {
  readonly operationId: string;
  readonly operation: OperationPlan | undefined;
  readonly method: string;
  readonly path: string;
  /** Captures what precedes the template, and then each path parameter. */
  readonly pattern: RegExp;
  readonly parameterNames: readonly string[];
}

/** An operation that a URL path belongs to. */
export interface RouteMatch {
  readonly operationId: string;
  /** `undefined` where the other version has no such operation. */
  readonly operation: OperationPlan | undefined;
  readonly method: string;
  /** Path template of the version that was matched. */
  readonly path: string;
  /** What precedes the API's own path: empty, or `/` and more. */
  readonly prefix: string;
  /** Path parameters, percent-encoded as they are in the path. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** An operation of both versions, and the path parameters of a request of it. */
export interface MappedPath {
  readonly operation: OperationPlan;
  readonly parameters: RouteMatch['parameters'];
}

/**
 * Prepares the operations of one version for {@link matchRoute}, with those that it has alone: a path of theirs may fit
 * the template of another operation too.
 *
 * @throws CompatConfigurationError when the versions of an operation differ in path parameters.
 */
export function compileRoutes({ operations, loneOperations }: CompatPlan, side: Side): Routes {
  const shared = Object.entries(operations);
  for (const [operationId, operation] of shared) requireSameParameters(operationId, operation);
  const mapped = shared.map(([operationId, operation]) =>
    compileRoute(operationId, operation[side], operation),
  );
  const lone = Object.entries(loneOperations[side]).map(([operationId, at]) =>
    compileRoute(operationId, at, undefined),
  );
  return [...mapped, ...lone].toSorted((a, b) => byPrecedence(a.path, b.path));
}

function compileRoute(
  operationId: string,
  { method, path }: MethodAndPath,
  operation: OperationPlan | undefined,
): Route {
  const [pattern, parameterNames] = [patternOf(path), parameterNamesOf(path)];
  return { operationId, operation, method, path, pattern, parameterNames };
}

/**
 * Finds the operation that a path belongs to: of several, the one with the most concrete template.
 *
 * A trailing slash does not matter, nor whether the characters of a template are percent-encoded.
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
    return { operationId, operation, method: route.method, path, prefix, parameters };
  }
  return undefined;
}

/** The path of an operation in the given version, below the prefix. */
export function pathOf({ operation, parameters }: MappedPath, side: Side): string {
  return operation[side].path.replaceAll(
    expressionPattern,
    (_expression, name: string) => parameters.get(name) ?? '',
  );
}

const expressionPattern = /\{([^{}]+)\}/g;

function parameterNamesOf(path: string): string[] {
  return Array.from(path.matchAll(expressionPattern), ([, name = '']) => name);
}

/** What precedes each parameter of a path template, and what follows the last. */
function literalsOf(path: string): string[] {
  return path.replace(/\/$/, '').split(/\{[^{}]+\}/);
}

function patternOf(path: string): RegExp {
  const template = literalsOf(path).map(literalPattern).join('([^/]+)');
  // The prefix is lazy: the shortest one leaves most of the path to the template.
  return new RegExp(`^(|/.*?)${template}/?$`);
}

/**
 * Matches a text whichever of its characters are percent-encoded. An encoded slash is a character of a segment.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2
 */
function literalPattern(text: string): string {
  const characters = Array.from(text, (character) => {
    if (character === '/') return character;
    const plain = character.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
    return `(?:${plain}|${percentEncodedPattern(character)})`;
  });
  return characters.join('');
}

function percentEncodedPattern(character: string): string {
  const bytes = Array.from(new TextEncoder().encode(character), (byte) => {
    const digits = byte.toString(16).padStart(2, '0');
    return `%${digits.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)}`;
  });
  return bytes.join('');
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

/** Longer templates leave a shorter prefix. Of those with as many segments, the more is literal the more is concrete. */
function byPrecedence(a: string, b: string): number {
  const [ofA, ofB] = [literalsOf(a).join(''), literalsOf(b).join('')];
  return ofB.split('/').length - ofA.split('/').length || ofB.length - ofA.length;
}
