import type { MapContext } from './mapping.ts';

/** Maps a string that is a URL of this API. What is no string is kept as it is. */
export function mapLink(value: unknown, context: MapContext): unknown {
  return typeof value === 'string' ? context.mapLink(value) : value;
}
