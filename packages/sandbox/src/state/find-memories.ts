import { readTime } from "../filters/read-time.js";
import type { MemoryTest } from "../filters/types.js";
import { ApiError } from "../http/api-error.js";
import type { State, StoredMemory } from "../types.js";

/** Options of a list or search besides its filter. */
export interface FindOptions {
  readonly show_expired?: unknown;
  readonly start_date?: unknown;
  readonly end_date?: unknown;
  readonly categories?: unknown;
  readonly keywords?: unknown;
}

/** Memories that match a filter and the other options, newest first. Expired ones are excluded by default. */
export function findMemories(state: State, matches: MemoryTest, options: FindOptions, now: string): StoredMemory[] {
  const { show_expired, start_date, end_date, categories, keywords } = options;
  const from = date(start_date, "start_date")?.start ?? Number.NEGATIVE_INFINITY;
  const to = date(end_date, "end_date")?.end ?? Number.POSITIVE_INFINITY;
  const wanted = Array.isArray(categories) ? categories : [];
  const words = typeof keywords === "string" ? keywords.toLowerCase().split(/\s+/).filter(Boolean) : [];
  const keep = (memory: StoredMemory): boolean => {
    const created = Date.parse(memory.created_at);
    const text = memory.text.toLowerCase();
    const expired = memory.expiration_date !== null && memory.expiration_date < now.slice(0, 10);
    return (
      matches(memory) &&
      (show_expired === true || !expired) &&
      created >= from &&
      created <= to &&
      (wanted.length === 0 || wanted.some((name) => memory.categories.includes(String(name)))) &&
      words.every((word) => text.includes(word))
    );
  };
  return [...state.memories.values()].filter(keep).reverse();
}

function date(value: unknown, name: string): { start: number; end: number } | undefined {
  if (value === undefined) return undefined;
  const time = readTime(value);
  if (time === undefined) throw new ApiError(400, `${name}: must be a date`, name);
  return time;
}
