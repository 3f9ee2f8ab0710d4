import type { StoredMemory } from "../types.js";

/** A filter as sent by the caller. */
export type Filter = Readonly<Record<string, unknown>>;

/** A compiled filter: whether a memory matches. */
export type MemoryTest = (memory: StoredMemory) => boolean;

/** Maximum nesting depth of a filter; protects the stack. */
export const FILTER_DEPTH = 32;

export function isFilter(value: unknown): value is Filter {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
