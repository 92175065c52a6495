/** Orders strings by code unit: the same on every machine, unlike `localeCompare`. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The entries of `record`, sorted by key. */
export function sortedEntries<Value>(record: { readonly [key: string]: Value }): [string, Value][] {
  return Object.entries(record).sort(([a], [b]) => compareCodeUnits(a, b));
}
