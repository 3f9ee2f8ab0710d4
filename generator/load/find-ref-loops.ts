/** Finds the cycles of a graph, each once, starting at its first place in the order of the graph. */
export function findRefLoops(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const loops: (readonly string[])[] = [];
  const done = new Set<string>();
  for (const start of edges.keys()) {
    if (done.has(start)) {
      continue;
    }
    // Without recursion: a chain of references may be longer than the call stack is deep.
    const trail: string[] = [start];
    const onTrail = new Map([[start, 0]]);
    const next: number[] = [0];
    while (trail.length > 0) {
      const top = trail.length - 1;
      const place = trail[top] ?? "";
      const step = next[top] ?? 0;
      const to = edges.get(place)?.[step];
      next[top] = step + 1;
      if (to === undefined) {
        done.add(place);
        onTrail.delete(place);
        trail.pop();
        next.pop();
      } else if (onTrail.has(to)) {
        loops.push(trail.slice(onTrail.get(to)));
      } else if (!done.has(to)) {
        onTrail.set(to, trail.length);
        trail.push(to);
        next.push(0);
      }
    }
  }
  return loops;
}
