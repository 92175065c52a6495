/**
 * Gives each of `wanted` a name of its own: the one it wants where that is free, else the first free one of `name_2`,
 * `name_3`… Who wants a free name gets it, wherever it stands in the list.
 *
 * @param taken - Names that are given away already.
 * @param avoided - Names that no number may lead to.
 * @returns the names in the order of `wanted`.
 */
export function giveFreeNames(
  wanted: readonly string[],
  taken: ReadonlySet<string>,
  avoided: Iterable<string>,
): string[] {
  const used = new Set(taken);
  const given = wanted.map((name) => {
    if (used.has(name)) return undefined;
    used.add(name);
    return name;
  });
  const findNumbered = createNumbering(new Set([...used, ...avoided]));
  return given.map((name, index) => name ?? findNumbered(wanted[index] as string));
}

function createNumbering(taken: Set<string>): (name: string) => string {
  // Thousands may want one name; none of them should count from 2 again.
  const lastNumbers = new Map<string, number>();
  return (name) => {
    let number = lastNumbers.get(name) ?? 1;
    do number += 1;
    while (taken.has(`${name}_${number}`));
    lastNumbers.set(name, number);
    taken.add(`${name}_${number}`);
    return `${name}_${number}`;
  };
}
