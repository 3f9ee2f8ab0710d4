import { randomUUID } from "node:crypto";
import { readTime } from "../filters/read-time.js";
import { answer } from "../http/answer.js";
import { ApiError } from "../http/api-error.js";
import { page } from "../http/page.js";
import { changeMemory, removeMemory } from "../state/memory-store.js";
import { changeView, memoryView } from "../state/memory-view.js";
import type { Call, Handler, StoredMemory } from "../types.js";

type Update = Partial<Pick<StoredMemory, "text" | "metadata" | "expiration_date">>;

/** Reading, updating, deleting and rating one memory, and the history of all memories. */
export const oneMemory: Readonly<Record<string, Handler>> = {
  memories_read: (call) => answer(memoryView(find(call))),

  memories_update(call) {
    const memory = find(call);
    const { text, metadata, expiration_date, timestamp } = call.body as Update & { timestamp?: unknown };
    const created_at = timestamp === undefined ? undefined : readTimestamp(timestamp);
    const given = Object.entries({ text, metadata, expiration_date, created_at }).filter(
      ([, value]) => value !== undefined,
    );
    if (given.length === 0) {
      throw new ApiError(400, "At least one of text, metadata, expiration_date, timestamp is required.", "text");
    }
    if (memory.immutable) throw new ApiError(400, "This memory is immutable and cannot be updated.", "memory_id");
    changeMemory(call.state, memory, Object.fromEntries(given), call.now());
    return answer(memoryView(memory));
  },

  memories_delete(call) {
    removeMemory(call.state, find(call), call.now());
    // Memories are never linked here, because linking requires a language model.
    const cascade = call.query.delete_linked === true ? { cascade_count: 0 } : {};
    return answer({ message: "Memory deleted successfully!", ...cascade });
  },

  memories_history_list(call) {
    const changes = call.state.changes.filter((change) => change.memory.id === call.path.memory_id);
    if (changes.length === 0) throw new ApiError(404, "Memory not found!");
    return answer(changes.map(changeView));
  },

  memories_events_list(call) {
    const changes = call.state.changes.toReversed().map(changeView);
    return answer(page(call, changes, Number(call.query.page ?? 1), Number(call.query.limit ?? 100)));
  },

  submit_feedback(call) {
    const { memory_id, feedback = null, feedback_reason = null } = call.body;
    // A known bug of the service (MEM-5745), reproduced so that clients can be tested with it.
    if (!call.state.memories.has(String(memory_id))) throw new ApiError(500, "Internal Server Error");
    return answer({ id: randomUUID(), feedback, feedback_reason });
  },
};

function find(call: Call): StoredMemory {
  const memory = call.state.memories.get(String(call.path.memory_id));
  if (memory === undefined) throw new ApiError(404, "Memory not found!", "memory_id");
  return memory;
}

function readTimestamp(value: unknown): string {
  const time = readTime(value);
  if (time === undefined) throw new ApiError(400, "timestamp: must be a time", "timestamp");
  return new Date(time.start).toISOString();
}
