/** The first of `wanted`, `wanted_2`, `wanted_3`… that is not in `taken`, where it is added. */
export function takeName(wanted: string, taken: Set<string>): string {
  let free = wanted;
  for (let count = 2; taken.has(free); count += 1) free = `${wanted}_${count}`;
  taken.add(free);
  return free;
}
