import type { JsonSchema } from "../types.js";
import { findRecursive } from "./find-recursive.js";
import { listInOrder, listRefs } from "./list-refs.js";

/** Definitions that lead through more others than this are no tool's: compilers and models run out before their end. */
export const MAX_CHAIN = 200;

/** The definitions at the beginning of a chain of references that is too long; a circle counts as one. */
export function findDeep(defs: ReadonlyMap<string, JsonSchema>): ReadonlySet<string> {
  if (defs.size <= MAX_CHAIN) return new Set();
  const recursive = findRecursive(new Map([...defs].map(([name, schema]) => [name, listRefs(schema)])));
  const lengths = new Map<string, number>();
  for (const name of listInOrder(defs)) {
    const below = listRefs(defs.get(name) ?? {}).reduce((most, ref) => Math.max(most, lengths.get(ref) ?? 0), 0);
    lengths.set(name, recursive.has(name) ? below : below + 1);
  }
  return new Set([...lengths].flatMap(([name, length]) => (length > MAX_CHAIN ? [name] : [])));
}
