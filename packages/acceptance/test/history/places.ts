import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { resolve, templateOf, membersOf, METHODS } from './operations.ts';

/** Where each component stands on the wire: an operation, and the way from there, in no name that upstream may change. */
export function placesOf(document: JsonObject): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const [path, item] of membersOf(document['paths'])) {
    for (const [method, operation] of membersOf(item)) {
      if (!METHODS.includes(method)) continue;
      const start = `${method} ${templateOf(path)}`;
      for (const [pointer, place] of walkFrom(document, operation, start)) {
        places.set(pointer, (places.get(pointer) ?? new Set()).add(place));
      }
    }
  }
  return places;
}

/** Every reference below `start`, and those below what it refers to; the shortest ways first, and each target once. */
function* walkFrom(
  document: JsonObject,
  start: Json,
  name: string,
): Generator<readonly [pointer: string, place: string]> {
  const seen = new Set<string>();
  let level: { readonly value: Json; readonly place: string }[] = [{ value: start, place: name }];
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { value, place } of level) {
      if (!isJsonObject(value)) {
        if (Array.isArray(value)) {
          next.push(...value.map((item: Json) => ({ value: item, place: `${place}/*` })));
        }
        continue;
      }
      const { $ref: reference } = value;
      if (typeof reference === 'string') {
        yield [reference, place];
        if (!seen.has(reference)) next.push({ value: resolve(document, value), place });
        seen.add(reference);
        continue;
      }
      const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
      next.push(...members.map(([key, member]) => ({ value: member, place: `${place}/${key}` })));
    }
    level = next;
  }
}
