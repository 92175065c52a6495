import { locateFindings } from './finding.ts';
import type { MapContext, MapValue } from './mapping.ts';

/**
 * Maps a part of a value wherever it is: also where it is absent, for changes of presence.
 *
 * @param pointer - RFC 6901 pointer to the part, from the value that holds it.
 */
export function mapPart(
  pointer: string,
  part: unknown,
  map: MapValue,
  context: MapContext,
): unknown {
  const { findings } = context;
  const start = findings.length;
  const mapped = map(part, context);
  if (findings.length > start) locateFindings(findings, start, pointer);
  return mapped;
}

/** Maps a part of a value where it is present. */
export function mapPresent(
  pointer: string,
  part: unknown,
  map: MapValue,
  context: MapContext,
): unknown {
  return part === undefined ? undefined : mapPart(pointer, part, map, context);
}

/**
 * Maps each item of an array that is a part of a value, and leaves out those that become `undefined`. What is no array is
 * kept as it is.
 */
export function mapItems(
  pointer: string,
  part: unknown,
  mapItem: MapValue,
  context: MapContext,
): unknown {
  if (!Array.isArray(part)) return part;
  const { findings } = context;
  let copy: unknown[] | undefined;
  for (let index = 0; index < part.length; index += 1) {
    const start = findings.length;
    const item: unknown = part[index];
    const mapped = mapItem(item, context);
    if (findings.length > start) locateFindings(findings, start, `${pointer}/${index}`);
    if (mapped !== item) (copy ??= [...(part as unknown[])])[index] = mapped;
  }
  return copy === undefined || !copy.includes(undefined)
    ? (copy ?? part)
    : copy.filter((item) => item !== undefined);
}
