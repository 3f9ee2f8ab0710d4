import { type CharacterSet, intersect } from "./character-set.js";
import type { Components } from "./find-components.js";

/** What a search for pumps reads of an automaton. */
export interface Graph {
  readonly size: number;
  nextOf(state: number): readonly number[];
  reads(state: number): CharacterSet;
}

/**
 * Whether one text leads from `p` to itself, from `p` to `q` and from `q` to itself: repeated, it may be divided between the
 * two at any point. A search of more than `most` steps is answered with yes.
 */
export function pumps({ size, nextOf, reads }: Graph, loops: Components, p: number, q: number, most: number): boolean {
  const seen = new Set<number>();
  const open = [[p, p, q] as const];
  let steps = 0;
  for (let triple = open.pop(); triple !== undefined; triple = open.pop()) {
    const [a, b, c] = triple;
    for (const x of nextOf(a)) {
      if (!loops.isSame(x, p)) continue;
      for (const z of nextOf(c)) {
        if (!loops.isSame(z, q)) continue;
        const both = intersect(reads(x), reads(z));
        if (both.length === 0) continue;
        for (const y of nextOf(b)) {
          steps += 1;
          if (steps > most) return true;
          if (intersect(both, reads(y)).length === 0) continue;
          if (x === p && y === q && z === q) return true;
          const key = (x * size + y) * size + z;
          if (!seen.has(key)) open.push([x, y, z]);
          seen.add(key);
        }
      }
    }
  }
  return false;
}
