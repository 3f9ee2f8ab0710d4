import { answer } from "../http/answer.js";
import { ApiError } from "../http/api-error.js";
import { categorize } from "../search/categorize.js";
import { type Statement, statements } from "../search/statements.js";
import { addMemory } from "../state/memory-store.js";
import { givenIds, readScope } from "../state/scope.js";
import type { Call, Handler, Message, Outcome, Scope, StoredEvent } from "../types.js";

const QUEUED = "Memory processing has been queued for background execution";

/** Adding memories: the current operation and its deprecated predecessor. */
export const addMemories: Readonly<Record<string, Handler>> = {
  memories_add_v3(call) {
    const { payload, work } = planAdd(call);
    if (call.body.infer !== false)
      return answer({ event_id: call.jobs.queue("ADD", payload, work).id, status: "PENDING" });
    const results = work();
    const { id } = call.jobs.record("ADD", payload, results);
    return answer({ event_id: id, status: "SUCCEEDED", message: "Memories stored without inference", results });
  },

  memories_create(call) {
    const { payload, work } = planAdd(call);
    const event: StoredEvent = call.jobs.queue("ADD", payload, work);
    const items = [{ message: QUEUED, status: event.status, event_id: event.id }];
    const isObject = call.body.output_format === "v1.1" && call.body.version === "v2";
    return answer(isObject ? { results: items, relations: [] } : items);
  },
};

/** Validates a request immediately and returns the work, to be run now or later. */
function planAdd(call: Call): { payload: Record<string, unknown>; work: () => Outcome[] } {
  const { body, state } = call;
  const scope = readScope(body);
  const messages = readMessages(body.messages);
  if (Object.keys(givenIds(body)).length === 0) {
    throw new ApiError(400, "At least one of user_id, agent_id, app_id, run_id is required.", "user_id");
  }
  const created_at = readTimestamp(body.timestamp);
  const catalogue = body.custom_categories ?? state.projects.get(state.defaultProject)?.settings.custom_categories;
  const work = (): Outcome[] => {
    state.counts.adds++;
    const now = call.now();
    const found = body.infer === false ? verbatim(messages, scope) : unknownOf(call, statements(messages, scope));
    return found.map(({ text, scope }) => {
      const memory = addMemory(
        state,
        {
          ...scope,
          text,
          input: messages,
          metadata: (body.metadata ?? null) as Record<string, unknown> | null,
          categories: categorize(catalogue, text),
          immutable: body.immutable === true,
          expiration_date: (body.expiration_date ?? null) as string | null,
          created_at: created_at ?? now,
        },
        now,
      );
      return { id: memory.id, data: { memory: text }, event: "ADD" };
    });
  };
  return { payload: { ...givenIds(body), messages }, work };
}

function readMessages(value: unknown): readonly Message[] {
  const messages = (value ?? []) as readonly Partial<Message>[];
  // The schema of the current operation requires both strings, that of its predecessor does not.
  const whole = messages.filter(
    (item): item is Message => typeof item.role === "string" && typeof item.content === "string",
  );
  if (messages.length > 0 && whole.length === messages.length) return whole;
  throw new ApiError(400, "messages: must contain at least one message, each with role and content", "messages");
}

function readTimestamp(value: unknown): string | undefined {
  if (typeof value !== "number") return undefined;
  const date = new Date(value * 1000);
  if (Number.isNaN(date.getTime())) throw new ApiError(400, "timestamp: must be a time in Unix seconds", "timestamp");
  return date.toISOString();
}

const verbatim = (messages: readonly Message[], scope: Scope): Statement[] =>
  messages.map(({ content }) => ({ text: content, scope }));

/** A text that already exists in the same scope is not added again. */
function unknownOf({ state }: Call, found: readonly Statement[]): Statement[] {
  const key = (text: string, { user_id, agent_id, app_id, run_id }: Scope): string =>
    JSON.stringify([text, user_id, agent_id, app_id, run_id]);
  const known = new Set([...state.memories.values()].map((memory) => key(memory.text, memory)));
  return found.filter(({ text, scope }) => {
    const isNew = !known.has(key(text, scope));
    known.add(key(text, scope));
    return isNew;
  });
}
