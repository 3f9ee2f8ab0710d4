/** The nodes of a graph, grouped: those of one group reach each other. */
export interface Components {
  readonly all: readonly (readonly number[])[];
  of(node: number): number;
  isSame(a: number, b: number): boolean;
  /** Whether a node reaches itself. */
  isLoop(node: number): boolean;
}

/** Strongly connected components by Tarjan's algorithm, with a stack of its own for graphs that are deep. */
export function findComponents(nodes: readonly number[], nextOf: (node: number) => readonly number[]): Components {
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const group = new Map<number, number>();
  const all: number[][] = [];
  const open: number[] = [];
  for (const root of nodes) {
    if (index.has(root)) continue;
    const calls = [{ node: root, next: nextOf(root), at: 0 }];
    for (let call = calls.at(-1); call !== undefined; call = calls.at(-1)) {
      const { node, next } = call;
      if (call.at === 0 && !index.has(node)) {
        low.set(node, index.size);
        index.set(node, index.size);
        open.push(node);
      }
      const target = next[call.at];
      call.at += 1;
      if (target !== undefined) {
        if (!index.has(target)) calls.push({ node: target, next: nextOf(target), at: 0 });
        else if (!group.has(target)) low.set(node, Math.min(low.get(node) ?? 0, index.get(target) ?? 0));
        continue;
      }
      calls.pop();
      const parent = calls.at(-1)?.node;
      if (parent !== undefined) low.set(parent, Math.min(low.get(parent) ?? 0, low.get(node) ?? 0));
      if (low.get(node) !== index.get(node)) continue;
      const members = open.splice(open.lastIndexOf(node));
      for (const member of members) group.set(member, all.length);
      all.push(members);
    }
  }
  const of = (node: number): number => group.get(node) ?? -1;
  return {
    all,
    of,
    isSame: (a, b) => of(a) === of(b),
    isLoop: (node) => (all[of(node)]?.length ?? 0) > 1 || nextOf(node).includes(node),
  };
}
