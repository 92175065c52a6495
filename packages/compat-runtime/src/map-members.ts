import { isJsonObject } from './is-json-object.ts';
import { prependToken } from './json-pointer.ts';
import { mapPart } from './map-parts.ts';
import type { MapContext, MapValue } from './mapping.ts';
import { replaceProperties } from './replace-properties.ts';

/**
 * Maps the properties of an object that its schema does not name, as `additionalProperties` has it. What is no object
 * is kept as it is.
 *
 * @param named - The properties that the schema names.
 */
export function mapMembers(
  value: unknown,
  mapMember: MapValue,
  context: MapContext,
  named: readonly string[],
): unknown {
  if (!isJsonObject(value)) return value;
  const changed: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) {
    if (named.includes(name)) continue;
    const mapped = mapPart(prependToken(name, ''), member, mapMember, context);
    if (mapped !== member) changed.push([name, mapped]);
  }
  return changed.length === 0 ? value : replaceProperties(value, Object.fromEntries(changed));
}
