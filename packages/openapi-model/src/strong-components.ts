/**
 * Groups the nodes that can be reached from `roots` into the strongly connected components of their graph, each after
 * all those it has edges to, by Tarjan's algorithm without recursion.
 *
 * @param edgesOf - The nodes that a node leads to; asked once for each.
 * @see https://doi.org/10.1137/0201010
 */
export function strongComponents<Node>(
  roots: Iterable<Node>,
  edgesOf: (node: Node) => readonly Node[],
): readonly (readonly Node[])[] {
  const components: Node[][] = [];
  const done = new Set<Node>();
  const index = new Map<Node, number>();
  const low = new Map<Node, number>();
  const open: Node[] = [];
  const path: { readonly node: Node; readonly targets: readonly Node[]; next: number }[] = [];

  for (const root of roots) {
    if (!index.has(root)) visit(root);
  }
  return components;

  function visit(root: Node): void {
    enter(root);
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const { node, targets } = frame;
      if (frame.next === targets.length) {
        leave(node);
        path.pop();
        const parent = path.at(-1);
        if (parent !== undefined) lower(parent.node, low.get(node) as number);
        continue;
      }
      const target = targets[frame.next] as Node;
      frame.next += 1;
      if (!index.has(target)) enter(target);
      else if (!done.has(target)) lower(node, index.get(target) as number);
    }
  }

  function enter(node: Node): void {
    low.set(node, index.size);
    index.set(node, index.size);
    open.push(node);
    path.push({ node, targets: edgesOf(node), next: 0 });
  }

  function lower(node: Node, value: number): void {
    low.set(node, Math.min(low.get(node) as number, value));
  }

  function leave(node: Node): void {
    if (low.get(node) !== index.get(node)) return;
    const members = open.splice(open.lastIndexOf(node));
    for (const member of members) done.add(member);
    components.push(members.reverse());
  }
}
