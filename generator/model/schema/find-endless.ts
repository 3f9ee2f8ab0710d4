import { SAME_VALUE } from "../../shared/keywords.js";
import { defName } from "../../shared/ref.js";
import { visitBelow } from "../../shared/walk-schema.js";
import type { JsonSchema } from "../types.js";
import { findRecursive } from "./find-recursive.js";

/** Definitions that apply themselves to the same value, so that a validator would never finish. */
export function findEndless(defs: ReadonlyMap<string, JsonSchema>): ReadonlySet<string> {
  const edges = new Map<string, string[]>();
  for (const [name, schema] of defs) {
    const found: string[] = [];
    collect(schema, found);
    if (found.length > 0) edges.set(name, found);
  }
  return findRecursive(edges);
}

function collect(schema: JsonSchema, found: string[]): void {
  const name = defName(schema);
  if (name !== undefined) found.push(name);
  visitBelow(schema, (below, keyword) => {
    if (SAME_VALUE.has(keyword)) collect(below, found);
  });
}
