/** The nodes of a graph that can reach themselves. */
export function findRecursive(edges: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const recursive = new Set<string>();
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const lowest = (name: string, value: number): void => {
    low.set(name, Math.min(low.get(name) ?? value, value));
  };

  // Tarjan's algorithm with its own stack: a document may chain references deeper than the call stack.
  for (const root of edges.keys()) {
    if (index.has(root)) continue;
    const calls: { name: string; next: number }[] = [{ name: root, next: 0 }];
    for (let call = calls.at(-1); call !== undefined; call = calls.at(-1)) {
      const { name } = call;
      if (call.next === 0) {
        index.set(name, index.size);
        lowest(name, index.size - 1);
        open.push(name);
        isOpen.add(name);
      }
      const target = edges.get(name)?.[call.next];
      call.next += 1;
      if (target !== undefined) {
        if (target === name) recursive.add(name);
        if (!index.has(target)) calls.push({ name: target, next: 0 });
        else if (isOpen.has(target)) lowest(name, index.get(target) ?? 0);
        continue;
      }
      calls.pop();
      const parent = calls.at(-1);
      if (parent !== undefined) lowest(parent.name, low.get(name) ?? 0);
      if (low.get(name) !== index.get(name)) continue;
      const component = open.splice(open.lastIndexOf(name));
      for (const member of component) {
        isOpen.delete(member);
        if (component.length > 1) recursive.add(member);
      }
    }
  }
  return recursive;
}
