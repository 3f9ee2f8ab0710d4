import { headerKey } from "../../runtime/http/credentials/header-key.js";
import { oneKey } from "../../runtime/http/credentials/one-key.js";
import type {
  AnyTool,
  Clock,
  FetchAnswer,
  FetchInit,
  FetchLike,
  Operation,
  PackContents,
  PackDefinition,
  Tool,
} from "../../runtime/index.js";
import { bindEntity } from "../../runtime/pack/bind-entity.js";
import { sendOwned } from "../../runtime/pack/send-owned.js";
import { waitForEvent } from "../../runtime/pack/wait-for-event.js";
import { buildFilter } from "../../runtime/request/build-filter.js";

export const canary = "canary-Key_7f3a9c/e+b=";
export const ids: readonly string[] = ["user_id", "agent_id", "app_id", "run_id"];

export const definition: PackDefinition = {
  name: "notes-toolpack",
  title: "Notes",
  baseUrl: "https://api.notes.example",
  auth: [{ scheme: "key", send: headerKey, name: "Authorization", prefix: "Token ", env: ["NOTES_TEST_KEY"] }],
  credentials: oneKey,
  security: [{ key: [] }],
  bindings: ids,
};

type Loose = Tool<Record<string, unknown>, unknown>;

/** A tool with everything that a test does not care about filled in. */
export function tool(name: string, operation: Partial<Operation>, more: Partial<AnyTool> = {}): AnyTool {
  const made: Loose = {
    name,
    title: name,
    description: `Does ${name}.`,
    group: "notes",
    effect: "read",
    scope: "notes:read",
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
    bind: { kind: "none" },
    inputSchema: { type: "object", properties: {}, additionalProperties: false },
    validate: () => true,
    operation: { method: "GET", path: "/", ...operation } as Loose["operation"],
  };
  return { ...(made as AnyTool), ...more };
}

export function schema(...names: readonly string[]): AnyTool["inputSchema"] {
  const properties = Object.fromEntries(names.map((name) => [name, { type: "string" }]));
  return { type: "object", properties, required: names.slice(0, 1), additionalProperties: false };
}

const readNote: Operation = { method: "GET", path: "/v1/notes/{note_id}/" };
const readEvent: Operation = { method: "GET", path: "/v1/event/{event_id}/" };
const owned = {
  kind: "ownership",
  send: sendOwned,
  read: readNote,
  argument: "note_id",
  ids: { user_id: "/user_id", agent_id: "/meta/agent_id" },
} as const;

/** One tool of each kind that the runtime treats differently. */
export const tools: readonly AnyTool[] = [
  tool(
    "search_notes",
    {
      method: "POST",
      path: "/v3/notes/search/",
      body: ["query", "top_k"],
      filters: { build: buildFilter, at: "filters", ids, clauses: ["metadata"], single: "bare" },
      retry: "safe",
    },
    {
      bind: { kind: "argument", ids },
      inputSchema: schema("query", ...ids),
      require: [{ any: ids }],
      wildcards: ids,
      aliases: ["NOTES_FIND"],
    },
  ),
  tool(
    "search_notes_with_filters",
    {
      method: "POST",
      path: "/v3/notes/search/",
      body: ["query"],
      filters: { build: buildFilter, at: "filters", ids: [], raw: "filters", single: "bare" },
      retry: "safe",
    },
    { bind: { kind: "filter", ids }, inputSchema: { ...schema("filters", "query"), required: ["query", "filters"] } },
  ),
  tool(
    "add_note",
    { method: "POST", path: "/v3/notes/add/", body: ["messages", ...ids] },
    {
      bind: { kind: "argument", ids },
      effect: "write",
      scope: "notes:write",
      inputSchema: schema("messages", ...ids),
      event: {
        id: "/event_id",
        tool: "get_event",
        wait: waitForEvent,
        poll: readEvent,
        argument: "event_id",
        status: "/status",
        pending: ["PENDING", "RUNNING"],
        failed: ["FAILED"],
      },
    },
  ),
  tool("get_note", {}, { bind: owned, operation: readNote, inputSchema: schema("note_id") } as never),
  tool(
    "delete_note",
    { method: "DELETE", path: "/v1/notes/{note_id}/" },
    { bind: owned, approval: true, effect: "delete", scope: "notes:delete", inputSchema: schema("note_id") },
  ),
  tool(
    "delete_all_notes",
    { method: "DELETE", path: "/v1/notes/", query: ids },
    {
      bind: { kind: "argument", ids },
      approval: true,
      effect: "delete",
      scope: "notes:delete",
      inputSchema: { ...schema(...ids), required: [] },
      require: [{ one: ids }],
      wildcards: ids,
    },
  ),
  tool(
    "get_entity",
    { path: "/v2/entities/{entity_type}/{entity_id}/" },
    {
      group: "entities",
      scope: "entities:read",
      bind: {
        kind: "argument",
        ids: [],
        entity: {
          bind: bindEntity,
          type: "entity_type",
          id: "entity_id",
          values: { user_id: "user", agent_id: "agent" },
        },
      },
      inputSchema: { ...schema("entity_type", "entity_id"), required: ["entity_type", "entity_id"] },
    },
  ),
  tool(
    "list_notes",
    { path: "/v1/notes/", query: ["page", "page_size", ...ids] },
    {
      bind: { kind: "argument", ids },
      inputSchema: { ...schema("page", ...ids), required: [] },
      pages: { page: "page", size: "page_size", items: "/results", next: "/next" },
    },
  ),
  tool("get_event", {}, {
    operation: readEvent,
    group: "events",
    scope: "events:read",
    inputSchema: schema("event_id"),
  } as never),
  tool("get_stats", { path: "/v1/stats/" }, { group: "stats", scope: "stats:read" }),
];

export const contents: PackContents = {
  definition,
  tools,
  profiles: {
    core: ["search_notes", "add_note", "get_note", "delete_note", "get_entity", "list_notes"],
    all: tools.map((each) => each.name),
  },
};

export interface Sent extends FetchInit {
  readonly url: string;
}

export type Answer = Response | ((sent: Sent) => Response);

/** A fetch that answers from a list, the last one for ever, and keeps what it was asked. */
export function stub(...answers: readonly Answer[]): {
  readonly fetch: FetchLike;
  readonly sent: Sent[];
} {
  const sent: Sent[] = [];
  const fetch: FetchLike = async (url, init) => {
    const request = { url, ...init };
    const answer = answers[Math.min(sent.length, answers.length - 1)];
    sent.push(request);
    const response = typeof answer === "function" ? answer(request) : (answer ?? new Response("{}"));
    return response.clone() as unknown as FetchAnswer;
  };
  return { fetch, sent };
}

export const json = (body: unknown, status: number = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers });

/** Time that passes only by sleeping. */
export function fakeClock(): Clock & { readonly slept: number[] } {
  let time = Date.UTC(2026, 0, 1);
  const slept: number[] = [];
  return {
    slept,
    now: () => time,
    random: () => 1,
    sleep: async (ms) => {
      slept.push(ms);
      time += ms;
    },
  };
}

/** What a promise rejected with. */
export async function caught(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  return promise.then(
    () => {
      throw new Error("did not fail");
    },
    (error) => error,
  );
}
