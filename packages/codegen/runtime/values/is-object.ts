/** Whether a JSON value is an object, and neither an array nor `null`. */
export function isObject(value: unknown): value is { readonly [name: string]: any } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
