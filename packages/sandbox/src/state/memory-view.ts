import type { Ranked } from "../search/rank.js";
import type { Change, StoredMemory } from "../types.js";

type View = Record<string, unknown>;

/** A memory as returned by single reads and lists: the run id is called `session_id` here. */
export function memoryView(memory: StoredMemory): View {
  const { id, text, user_id, agent_id, app_id, run_id, metadata, categories, created_at, updated_at, expiration_date } =
    memory;
  const created = new Date(created_at);
  return {
    id,
    memory: text,
    user_id,
    agent_id,
    app_id,
    session_id: run_id,
    metadata,
    categories,
    created_at,
    updated_at,
    expiration_date,
    structured_attributes: {
      year: created.getUTCFullYear(),
      month: created.getUTCMonth() + 1,
      day: created.getUTCDate(),
    },
    replaced_by: null,
    synthesized: false,
    lifecycle_state: "active",
  };
}

/** A memory as returned by a search: with its score, and the run id as `run_id`. */
export function searchView({ memory, score, breakdown }: Ranked): View {
  const { session_id, structured_attributes, replaced_by, synthesized, lifecycle_state, ...view } = memoryView(memory);
  return { ...view, run_id: memory.run_id, score, score_breakdown: breakdown };
}

/** A memory as returned by the list of one entity: with its source messages. */
export function entityMemoryView(memory: StoredMemory): View {
  const { id, text, metadata, categories, created_at, updated_at, input } = memory;
  return {
    id,
    memory: text,
    metadata,
    categories,
    created_at,
    updated_at,
    input,
    is_updated: updated_at !== created_at,
  };
}

/** One entry of a memory's history. */
export function changeView({ id, memory, event, old_memory, new_memory, at }: Change): View {
  return {
    id,
    memory_id: memory.id,
    input: memory.input.filter((message) => message.role === "user" || message.role === "assistant"),
    old_memory,
    new_memory,
    user_id: memory.user_id,
    agent_id: memory.agent_id,
    app_id: memory.app_id,
    session_id: memory.run_id,
    categories: memory.categories,
    event,
    metadata: memory.metadata,
    created_at: memory.created_at,
    updated_at: at,
  };
}

/** Keeps only the requested fields. */
export function pickFields(view: View, fields: unknown): View {
  if (!Array.isArray(fields) || fields.length === 0) return view;
  return Object.fromEntries(Object.entries(view).filter(([name]) => fields.includes(name)));
}
