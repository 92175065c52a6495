import { mapExchangeValue } from './map-exchange-part.ts';
import type { ExchangeContext } from './map-exchange-part.ts';
import type { Side } from './plan.ts';
import { pathOf } from './routes.ts';
import type { MappedPath } from './routes.ts';

/**
 * The path of an operation in the given version, below the prefix, with its parameters mapped.
 *
 * Parameters that need no mapping keep their encoding.
 */
export function mapPath(
  { operation, parameters }: MappedPath,
  to: Side,
  context: ExchangeContext,
): string {
  const map = operation.request?.path?.[context.direction];
  if (map === undefined) return pathOf({ operation, parameters }, to);
  const before = Object.fromEntries(
    Array.from(parameters, ([name, value]) => [name, decodeSegment(value)]),
  );
  const after = mapExchangeValue('path', before, map, context);
  const mapped = Array.from(parameters, ([name, encoded]): [string, string] => {
    const value = after[name] ?? '';
    return [name, value === before[name] ? encoded : encodeURIComponent(value)];
  });
  return pathOf({ operation, parameters: new Map(mapped) }, to);
}

/** A segment of a path without its percent-encoding. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray `%` stands for itself.
    return segment;
  }
}
