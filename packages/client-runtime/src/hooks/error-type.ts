import { ApiError } from '../errors/api-error.ts';

/**
 * Says in one word why a call failed: the status that was answered, or else the name of the error's class. No server or
 * caller has chosen it, so it can stand in a message and be counted.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/registry/attributes/error/
 */
export function errorType(error: unknown): string {
  if (error instanceof ApiError) return String(error.status);
  return error instanceof Error ? error.name : '_OTHER';
}
