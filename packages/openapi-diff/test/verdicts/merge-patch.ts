import { isJsonObject, type JsonObject, type JsonValue } from '@apipin/openapi-model';

/**
 * `target` with the changes of `patch`: objects are merged, `null` removes, and anything else replaces.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7396
 */
export function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const merged = new Map<string, JsonValue>(Object.entries(target));
  for (const [name, change] of Object.entries(patch)) {
    const old = merged.get(name);
    if (change === null) merged.delete(name);
    else if (isJsonObject(change))
      merged.set(name, mergePatch(isJsonObject(old) ? old : {}, change));
    else merged.set(name, change);
  }
  return Object.fromEntries(merged);
}
