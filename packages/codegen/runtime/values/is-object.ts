/** Whether a JSON value is an object, and neither an array nor `null`. Of its type that says nothing more. */
export function isObject(value: unknown): value is any {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
