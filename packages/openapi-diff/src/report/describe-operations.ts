import type { TouchedOperation } from '../change.ts';

/** How many operations of a change are named before the rest is counted. */
export const NAMED_OPERATIONS = 3;

/** The operations of a change, such as `a, b, c and 7 more`; empty for none. */
export function describeOperations(operations: readonly TouchedOperation[]): string {
  const named = operations.slice(0, NAMED_OPERATIONS).map(({ operationId }) => operationId);
  const rest = operations.length - named.length;
  return rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(', ');
}
