import { matchFilter } from "../filters/match-filter.js";
import { requireScope } from "../filters/require-scope.js";
import { answer } from "../http/answer.js";
import { ApiError } from "../http/api-error.js";
import { findMemories } from "../state/find-memories.js";
import { changeMemory, removeMemory } from "../state/memory-store.js";
import { givenIds, SCOPE_IDS } from "../state/scope.js";
import type { Call, Handler, StoredMemory } from "../types.js";

type Item = { readonly memory_id: string } & Partial<Pick<StoredMemory, "text" | "metadata">>;

/** Operations on many memories: batches, deletion by filter, summary. */
export const manyMemories: Readonly<Record<string, Handler>> = {
  memories_batch_update(call) {
    const found = findAll(call);
    if (found.some(({ memory }) => memory.immutable)) {
      throw new ApiError(400, "An immutable memory cannot be updated.", "memories");
    }
    const now = call.now();
    for (const { memory, item } of found) {
      const { memory_id, ...change } = item;
      changeMemory(call.state, memory, change, now);
    }
    return answer({ message: `Successfully updated ${found.length} memories` });
  },

  memories_batch_delete(call) {
    const found = new Set(findAll(call).map(({ memory }) => memory));
    const now = call.now();
    for (const memory of found) removeMemory(call.state, memory, now);
    return answer({ message: `Successfully deleted ${found.size} memories` });
  },

  memories_delete_all(call) {
    const ids = givenIds(call.query);
    const { metadata } = call.query;
    const filters = requireScope({ ...ids, ...(metadata === undefined ? {} : { metadata }) });
    // Four wildcards together match everything, even memories that do not have all four owners.
    const everything = Object.keys(SCOPE_IDS).every((name) => ids[name] === "*");
    const clauses = { ...(everything ? {} : ids), ...(metadata === undefined ? {} : { metadata }) };
    const matches = matchFilter(clauses);
    const event = call.jobs.queue("DELETE_ALL", filters, () => {
      const now = call.now();
      const found = findMemories(call.state, matches, { show_expired: true }, now);
      for (const memory of found) removeMemory(call.state, memory, now);
      return found.map((memory) => ({ id: memory.id, event: "DELETE" }));
    });
    return answer({ message: "Delete in progress. This may take some time.", event_id: event.id });
  },

  summary_create(call) {
    const found = findMemories(call.state, matchFilter(requireScope(call.body.filters)), {}, call.now());
    return answer(found.length === 0 ? [] : [found.map((memory) => memory.text).join(" ")]);
  },
};

/** All memories of a batch; if one is missing, the whole batch is rejected. */
function findAll(call: Call): { memory: StoredMemory; item: Item }[] {
  return (call.body.memories as readonly Item[]).map(({ memory_id, text, metadata }) => {
    const memory = call.state.memories.get(memory_id);
    if (memory === undefined) throw new ApiError(400, `Memory ${memory_id} not found`, "memories");
    const change = { ...(text === undefined ? {} : { text }), ...(metadata === undefined ? {} : { metadata }) };
    return { memory, item: { memory_id, ...change } };
  });
}
