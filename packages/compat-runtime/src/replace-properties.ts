/** A copy of `object` with other values for some properties; those whose value is `undefined` are left out. */
export function replaceProperties(
  object: Readonly<Record<string, unknown>>,
  properties: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const copy = { ...object };
  for (const name in properties) {
    const value = properties[name];
    if (value === undefined) delete copy[name];
    else if (name === '__proto__') defineProto(copy, value);
    else copy[name] = value;
  }
  return copy;
}

/** Assigning to `__proto__` would set the prototype. */
function defineProto(object: object, value: unknown): void {
  const attributes = { configurable: true, enumerable: true, writable: true };
  Object.defineProperty(object, '__proto__', { ...attributes, value });
}
