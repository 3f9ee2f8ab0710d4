import type { StoredMemory } from "../types.js";

/** A filter as a caller writes it. */
export type Filter = Readonly<Record<string, unknown>>;

/** A filter made ready: whether it takes a memory. */
export type MemoryTest = (memory: StoredMemory) => boolean;

/** How deep a filter may nest; nobody needs more, and it keeps the stack. */
export const FILTER_DEPTH = 32;

export function isFilter(value: unknown): value is Filter {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
