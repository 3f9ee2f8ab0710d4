import MiniSearch from "minisearch";
import type { StoredMemory } from "../types.js";

export interface Ranked {
  readonly memory: StoredMemory;
  /** 0..1 */
  readonly score: number;
  readonly breakdown: { readonly semantic: number; readonly bm25: number; readonly entity: number };
}

/** Stop words. */
const EMPTY = new Set(
  "a an and are as at be by do does for from has have i in is it me my of on or she he the they to was we what where which who with you".split(
    " ",
  ),
);

/**
 * Ranks memories for a query, best first; ties keep their order.
 * There are no embeddings: `bm25` is MiniSearch with prefix and fuzzy matching, and `semantic` is the overlap of letter
 * trigrams, so that "running" matches "runs". Good enough to try a flow, but not comparable with the real service.
 */
export function rank(query: string, memories: readonly StoredMemory[]): Ranked[] {
  const index = new MiniSearch<{ id: string; text: string }>({
    fields: ["text"],
    processTerm: (term) => (EMPTY.has(term.toLowerCase()) ? null : term.toLowerCase()),
    searchOptions: { prefix: (term) => term.length > 2, fuzzy: 0.2 },
  });
  index.addAll(memories.map(({ id, text }) => ({ id, text })));
  const keyword = new Map(index.search(query).map((hit) => [String(hit.id), hit.score]));
  const wanted = triples(query);
  return memories
    .map((memory): Ranked => {
      const raw = keyword.get(memory.id) ?? 0;
      const bm25 = round(raw / (raw + 3));
      const semantic = round(overlap(wanted, triples(memory.text)));
      const entity = namesOwner(query, memory) ? 0.1 : 0;
      const score = Math.min(1, round(0.6 * bm25 + 0.5 * semantic + entity));
      return { memory, score, breakdown: { semantic, bm25, entity } };
    })
    .sort((a, b) => b.score - a.score);
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

function namesOwner(query: string, { user_id, agent_id, app_id, run_id }: StoredMemory): boolean {
  const said = query.toLowerCase();
  return [user_id, agent_id, app_id, run_id].some((name) => name !== null && said.includes(name.toLowerCase()));
}

function triples(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const found = new Set<string>();
  for (const word of words.filter((candidate) => !EMPTY.has(candidate))) {
    for (let at = 0; at + 3 <= word.length; at++) found.add(word.slice(at, at + 3));
  }
  return found;
}

function overlap(wanted: ReadonlySet<string>, present: ReadonlySet<string>): number {
  if (wanted.size === 0) return 0;
  let shared = 0;
  for (const triple of wanted) if (present.has(triple)) shared++;
  return shared / wanted.size;
}
