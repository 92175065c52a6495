import { compareCodeUnits } from '@apipin/openapi-model';
import type { Change, TouchedOperation } from '../../change.ts';

/** All operations that any change touches, once each; cards refer to them by their place in the list. */
export interface OperationIndex {
  readonly operations: readonly TouchedOperation[];
  readonly indexOf: (operation: TouchedOperation) => number;
}

/** Lists the operations of `changes`, sorted by operationId. */
export function indexOperations(changes: readonly Change[]): OperationIndex {
  const byKey = new Map<string, TouchedOperation>();
  for (const change of changes)
    for (const operation of change.operations) byKey.set(keyOf(operation), operation);
  const keys = [...byKey.keys()].sort(compareCodeUnits);
  const places = new Map(keys.map((key, place) => [key, place]));
  return {
    operations: keys.map((key) => byKey.get(key)!),
    indexOf: (operation) => places.get(keyOf(operation))!,
  };
}

function keyOf({ operationId, method, path }: TouchedOperation): string {
  return JSON.stringify([operationId, method, path]);
}
