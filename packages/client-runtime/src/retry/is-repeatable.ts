import type { CallProgress } from '../errors/client-error.ts';
import type { OperationSpec } from '../operation-spec.ts';

/**
 * Whether sending a request twice does what sending it once does: by its method, or since the API says so of the
 * operation.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2
 */
export function isRepeatable(
  { method, repeatable }: OperationSpec,
  { idempotencyKey }: CallProgress,
): boolean {
  return (
    repeatable === true ||
    idempotencyKey !== undefined ||
    /^(GET|HEAD|PUT|DELETE|OPTIONS|TRACE|QUERY)$/.test(method)
  );
}
