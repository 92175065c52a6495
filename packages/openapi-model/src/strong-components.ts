/**
 * Groups the nodes of a graph into its strongly connected components, each after all those it has edges to, by Tarjan's
 * algorithm without recursion.
 *
 * @param edges - For each node the nodes it leads to, which are keys too.
 * @see https://doi.org/10.1137/0201010
 */
export function strongComponents(
  edges: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const components: string[][] = [];
  const done = new Set<string>();
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];

  for (const root of edges.keys()) {
    if (!index.has(root)) visit(root);
  }
  return components;

  function visit(root: string): void {
    const path = [{ node: root, next: 0 }];
    enter(root);
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const { node } = frame;
      const target = edges.get(node)?.[frame.next];
      frame.next += 1;
      if (target === undefined) {
        leave(node);
        path.pop();
        const parent = path.at(-1)?.node;
        if (parent !== undefined) lower(parent, low.get(node) as number);
      } else if (!index.has(target)) {
        enter(target);
        path.push({ node: target, next: 0 });
      } else if (!done.has(target)) {
        lower(node, index.get(target) as number);
      }
    }
  }

  function enter(node: string): void {
    low.set(node, index.size);
    index.set(node, index.size);
    open.push(node);
  }

  function lower(node: string, value: number): void {
    low.set(node, Math.min(low.get(node) as number, value));
  }

  function leave(node: string): void {
    if (low.get(node) !== index.get(node)) return;
    const members = open.splice(open.lastIndexOf(node));
    for (const member of members) done.add(member);
    components.push(members.reverse());
  }
}
