import type { CompatPlan } from '../plan.ts';
import { compileRoutes, matchRoute } from '../routes.ts';

/** What to call an operation where a URL would tell too much. */
export interface NamedOperation {
  readonly operationId: string;
  /** Path template in the version that was asked for. */
  readonly path: string;
}

/** Finds the operation of a request by its method and URL. */
export type OperationFinder = (method: string, url: string) => NamedOperation | undefined;

/**
 * Makes a function that finds operations of one version of a plan.
 *
 * @throws CompatConfigurationError when the versions of an operation differ in path parameters.
 */
export function createOperationFinder(plan: CompatPlan, version: string): OperationFinder {
  const side = version === plan.versions.old ? 'old' : 'current';
  const routes = compileRoutes(plan, side);
  return (method, url) => {
    const match = matchRoute(routes, new URL(url).pathname, method);
    return match && { operationId: match.operationId, path: match.path };
  };
}
