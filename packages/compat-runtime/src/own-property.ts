/** The value of a property whose name every object inherits something under, such as `constructor`. */
export function ownProperty(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
