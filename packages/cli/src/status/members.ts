/**
 * The own members of an object in parsed JSON or YAML; none of anything else. A map, since its names come from files
 * of strangers and may be `__proto__`.
 */
export function membersOf(value: unknown): ReadonlyMap<string, unknown> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return new Map(isObject ? Object.entries(value) : []);
}

/** Those members that are strings. */
export function stringMembersOf(value: unknown): ReadonlyMap<string, string> {
  const strings = new Map<string, string>();
  for (const [name, member] of membersOf(value)) {
    if (typeof member === 'string') strings.set(name, member);
  }
  return strings;
}

/** A member that is a string, or `undefined`. */
export function stringMember(
  members: ReadonlyMap<string, unknown>,
  name: string,
): string | undefined {
  const member = members.get(name);
  return typeof member === 'string' ? member : undefined;
}
