import type { Operation } from '@apipin/openapi-model';
import { withoutParameterNames, withoutVersion } from './path-template.ts';

/** An operation in both versions. */
export interface OperationPair {
  readonly old: Operation;
  readonly new: Operation;
}

/** Operations that stand for each other, and those that stand alone. */
export interface MatchedOperations {
  readonly pairs: readonly OperationPair[];
  readonly removed: readonly Operation[];
  readonly added: readonly Operation[];
}

/**
 * Recognises the operations of one version in another: by operationId, else by method and path, else by method and
 * path with the version left out.
 */
export function matchOperations(
  olds: readonly Operation[],
  news: readonly Operation[],
): MatchedOperations {
  const pairs: OperationPair[] = [];
  const removed = new Set(olds);
  const added = new Set(news);
  for (const keyOf of KEYS) {
    const byKey = uniquely(added, keyOf);
    for (const [key, old] of uniquely(removed, keyOf)) {
      const current = byKey.get(key);
      if (current === undefined) continue;
      pairs.push({ old, new: current });
      removed.delete(old);
      added.delete(current);
    }
  }
  return { pairs, removed: [...removed], added: [...added] };
}

/** What an operation is recognised by, the surest first; `undefined` where it has none of that. */
const KEYS: readonly ((operation: Operation) => string | undefined)[] = [
  ({ operationId, isIdWritten }) => (isIdWritten ? operationId : undefined),
  ({ method, path }) => `${method} ${withoutParameterNames(path)}`,
  ({ method, path }) => `${method} ${withoutParameterNames(withoutVersion(path))}`,
];

/** Those that share their key with no other. */
function uniquely(
  operations: Iterable<Operation>,
  keyOf: (operation: Operation) => string | undefined,
): ReadonlyMap<string, Operation> {
  const found = new Map<string, Operation | undefined>();
  for (const operation of operations) {
    const key = keyOf(operation);
    if (key !== undefined) found.set(key, found.has(key) ? undefined : operation);
  }
  return new Map(
    [...found].flatMap(([key, operation]) => (operation === undefined ? [] : [[key, operation]])),
  );
}
