/** Reads a property by a name that came from outside, which may be `__proto__` or `constructor`. */
export function ownProperty<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  name: string,
): Value | undefined {
  return Object.hasOwn(record ?? {}, name) ? record?.[name] : undefined;
}
