/** Any value that JSON can carry. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object; read own properties only, since names come from untrusted documents. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** Whether `value` is a JSON object, and neither an array nor `null`. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own property `name` of `value`, or `undefined` where `value` is no object or lacks it. */
export function ownProperty(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The own property `name` of `value` where it is a string. */
export function ownString(value: JsonValue | undefined, name: string): string | undefined {
  const text = ownProperty(value, name);
  return typeof text === 'string' ? text : undefined;
}

/** The own property `name` of `value` where it is an array; no items otherwise. */
export function ownArray(value: JsonValue | undefined, name: string): readonly JsonValue[] {
  const list = ownProperty(value, name);
  return Array.isArray(list) ? list : [];
}
