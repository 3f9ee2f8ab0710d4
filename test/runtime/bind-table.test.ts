import { describe, expect, test } from "vitest";
import type { Toolpack } from "../../generated/mem0/index.js";
import { tools } from "../../generated/mem0/tools/index.js";
import { mem0Pack } from "../helpers/mem0-pack.js";
import { caught, json, type Sent } from "./fixtures.js";

const id = "0b460241-3ffe-4a88-8a79-aa810a43e257";
const memory = { id, memory: "m", user_id: "alice", agent_id: "helper", app_id: null, session_id: "s-42" };
const messages = [{ role: "user", content: "hi" }];
const alice = { user_id: "alice" };
const both = { user_id: "alice", run_id: "s-42" };

/** What a binding makes of an action: which arguments a model still sees, what is sent, what is refused. */
interface Row {
  readonly shows: readonly string[];
  readonly args: object;
  readonly sends: readonly string[];
  readonly refuses: readonly (readonly [object, string])[];
}

const withheld = [
  ..."add_project_member add_organization_member create_agent create_run create_app create_organization".split(" "),
  ..."create_project create_webhook delete_organization batch_delete_memories delete_project".split(" "),
  ..."remove_project_member delete_webhook list_organizations get_organization list_entity_filters".split(" "),
  ..."get_event_status get_memory_export list_organization_members get_project list_project_members".split(" "),
  ..."list_projects list_webhooks get_memory_stats list_entities remove_organization_member list_events".split(" "),
  ..."list_memory_changes batch_update_memories update_organization_member_role update_project".split(" "),
  ..."update_project_member_role check_api_key update_webhook".split(" "),
];

const others = { agent_id: "a", app_id: "b", run_id: "c" };
const rest = ["agent_id", "app_id", "run_id"];
const wildcard = { OR: [{ agent_id: "x" }, { AND: [{ user_id: { in: ["*"] } }] }] };
const foreign = { user_id: "bob" };
const rawRefusals = [
  [{ filters: { user_id: "*" } }, "user_id"],
  [{ filters: wildcard }, "user_id"],
  [{ filters: [foreign] }, "filters"],
  [{ user_id: "bob" }, "user_id"],
] as const;

const rows: Readonly<Record<string, Row>> = {
  // argument
  add_memory: {
    shows: [
      ...["messages", ...rest, "metadata", "infer", "includes", "excludes", "expiration_date", "timestamp"],
      ...["custom_instructions", "custom_categories"],
    ],
    args: { messages },
    sends: [`POST /v3/memories/add/ {"messages":${JSON.stringify(messages)},"user_id":"alice"}`],
    refuses: [
      [{ messages, user_id: "bob" }, "user_id"],
      [{ messages, user_id: "alice" }, "user_id"],
      [{ messages, user_id: null }, "user_id"],
    ],
  },
  create_user: {
    shows: ["metadata"],
    args: { metadata: {} },
    sends: ['POST /v1/users/ {"user_id":"alice","metadata":{}}'],
    refuses: [[{ user_id: "bob" }, "user_id"]],
  },
  search_memories: {
    shows: ["query", ...rest, "categories", "metadata", "top_k", "threshold", "rerank", "show_expired"],
    args: { query: "q", agent_id: "helper" },
    sends: ['POST /v3/memories/search/ {"query":"q","filters":{"AND":[{"user_id":"alice"},{"agent_id":"helper"}]}}'],
    refuses: [
      [{ query: "q", user_id: "*" }, "user_id"],
      [{ query: "q", filters: foreign }, "filters"],
    ],
  },
  list_memories: {
    shows: [
      ...[...rest, "metadata", "categories", "keywords", "start_date", "end_date", "fields", "show_expired"],
      ...["page", "page_size"],
    ],
    args: {},
    sends: ['POST /v3/memories/ {"filters":{"user_id":"alice"}}'],
    refuses: [[foreign, "user_id"]],
  },
  delete_all_memories: {
    shows: [],
    args: {},
    sends: ["DELETE /v1/memories/?user_id=alice"],
    refuses: [
      [foreign, "user_id"],
      [{ user_id: "*" }, "user_id"],
      [{ run_id: "c" }, "user_id"],
      [others, "user_id"],
    ],
  },
  delete_entity: {
    shows: [],
    args: {},
    sends: ["DELETE /v2/entities/user/alice/"],
    refuses: [
      [{ entity_type: "user", entity_id: "bob" }, "entity_type"],
      [{ entity_id: "bob" }, "entity_id"],
    ],
  },
  get_entity: {
    shows: [],
    args: {},
    sends: ["GET /v2/entities/user/alice/"],
    refuses: [
      [{ entity_type: "agent" }, "entity_type"],
      [{ entity_id: "alice/../bob" }, "entity_id"],
    ],
  },
  list_entity_memories: {
    shows: ["page"],
    args: { page: 2 },
    sends: ["GET /v1/memories/user/alice/?page=2"],
    refuses: [[{ entity_type: "user", entity_id: "alice" }, "entity_type"]],
  },
  // filter
  list_memories_with_filters: {
    shows: ["filters", "fields", "show_expired", "page", "page_size"],
    args: { filters: { OR: [foreign, { agent_id: "*" }] } },
    sends: ['POST /v3/memories/ {"filters":{"AND":[{"user_id":"alice"},{"OR":[{"user_id":"bob"},{"agent_id":"*"}]}]}}'],
    refuses: rawRefusals,
  },
  search_memories_with_filters: {
    shows: ["query", "filters", "top_k", "threshold", "rerank", "reference_date", "show_expired", "fields"],
    args: { query: "q" },
    sends: ['POST /v3/memories/search/ {"query":"q","filters":{"AND":[{"user_id":"alice"}]}}'],
    refuses: rawRefusals.map(([args, field]) => [{ query: "q", ...args }, field] as const),
  },
  create_memory_export: {
    shows: ["schema", ...rest, "filters", "org_id", "project_id"],
    args: { schema: {}, run_id: "s-42" },
    sends: ['POST /v1/exports/ {"schema":{},"filters":{"AND":[{"run_id":"s-42"},{"AND":[{"user_id":"alice"}]}]}}'],
    refuses: rawRefusals.map(([args, field]) => [{ schema: {}, ...args }, field] as const),
  },
  get_memory_summary: {
    shows: [...rest, "filters"],
    args: { filters: foreign },
    sends: ['POST /v1/summary/ {"filters":{"AND":[{"user_id":"alice"},{"user_id":"bob"}]}}'],
    refuses: rawRefusals,
  },
  // ownership
  get_memory: {
    shows: ["memory_id"],
    args: { memory_id: id },
    sends: [`GET /v1/memories/${id}/`],
    refuses: [
      [{ memory_id: id, user_id: "alice" }, "user_id"],
      [{ memory_id: ".." }, "memory_id"],
    ],
  },
  get_memory_history: {
    shows: ["memory_id"],
    args: { memory_id: id },
    sends: [`GET /v1/memories/${id}/`, `GET /v1/memories/${id}/history/`],
    refuses: [[{ memory_id: id, user_id: "bob" }, "user_id"]],
  },
  update_memory: {
    shows: ["memory_id", "text", "metadata", "timestamp", "expiration_date"],
    args: { memory_id: id, text: "t" },
    sends: [`GET /v1/memories/${id}/`, `PUT /v1/memories/${id}/ {"text":"t"}`],
    refuses: [[{ memory_id: id, text: "t", user_id: "bob" }, "user_id"]],
  },
  delete_memory: {
    shows: ["memory_id", "delete_linked"],
    args: { memory_id: id },
    sends: [`GET /v1/memories/${id}/`, `DELETE /v1/memories/${id}/`],
    refuses: [[{ memory_id: "events" }, "memory_id"]],
  },
  submit_feedback: {
    shows: ["memory_id", "feedback", "feedback_reason"],
    args: { memory_id: id, feedback: "POSITIVE" },
    sends: [`GET /v1/memories/${id}/`, `POST /v1/feedback/ {"memory_id":"${id}","feedback":"POSITIVE"}`],
    refuses: [[{ memory_id: id, user_id: "alice" }, "user_id"]],
  },
};

const print = ({ method, url, body }: Sent): string =>
  [method, url.replace("https://api.mem0.ai", ""), body].filter(Boolean).join(" ");
const shown = (pack: Toolpack, name: string): string[] => {
  const schema = pack.tools.find((tool) => tool.name === name)?.inputSchema;
  return Object.keys((schema?.properties ?? {}) as object);
};

test("the two halves of the table are the 51 actions, as the kinds of bind have it", () => {
  expect([...withheld, ...Object.keys(rows)].sort()).toEqual(tools.map(({ name }) => name).sort());
  const kinds = Object.keys(rows).map((name) => tools.find((tool) => tool.name === name)?.bind.kind);
  expect(new Set(kinds)).toEqual(new Set(["argument", "filter", "ownership"]));
});

test.each(withheld)("user_id bound: %s is withheld, and a call refused before any request", async (name) => {
  const { pack, sent } = mem0Pack({ bind: alice });
  expect(pack.withheld).toContainEqual({ name, reason: "cannot be restricted to user_id" });
  expect(pack.tools.map((tool) => tool.name)).not.toContain(name);
  expect((await caught(pack.call(name, {}))).code).toBe("withheld");
  expect(sent).toEqual([]);
});

describe.each(Object.entries(rows))("user_id bound: %s", (name, { shows, args, sends, refuses }) => {
  test("is shown without what is fixed", () => {
    const { pack } = mem0Pack({ bind: alice });
    expect(shown(pack, name)).toEqual(shows);
    const { required = [] } = pack.tools.find((tool) => tool.name === name)?.inputSchema ?? {};
    expect((required as string[]).filter((argument) => !shows.includes(argument))).toEqual([]);
  });

  test("sends the bound id", async () => {
    const { pack, sent } = mem0Pack({ bind: alice }, () => json(memory));
    await pack.call(name, args);
    expect(sent.map(print)).toEqual(sends);
  });

  test.each(refuses)("refuses %j by name, before any request", async (refused, field) => {
    const { pack, sent } = mem0Pack({ bind: alice });
    const error = await caught(pack.call(name, refused));
    expect([error.code, error.field, sent.length]).toEqual(["invalid_argument", field, 0]);
  });
});

const owned = Object.keys(rows).filter((name) => rows[name]?.sends[0] === `GET /v1/memories/${id}/`);

test("five actions read the memory first", () => {
  expect(owned.length).toBe(5);
});

test.each(owned)("%s: somebody else's memory is answered like one that does not exist", async (name) => {
  const args = rows[name]?.args;
  for (const bind of [alice, both]) {
    const missing = mem0Pack({ bind }, () => json({ detail: `No memory ${id}` }, 404));
    const absent = await caught(missing.pack.call(name, args));
    const strangers = [{ user_id: "bob" }, { user_id: null }, { user_id: ["alice"] }, { user_id: undefined }];
    const sessions = "run_id" in bind ? [{ session_id: "s-43" }, { session_id: undefined, run_id: "s-42" }] : [];
    for (const stranger of [...strangers, ...sessions]) {
      const { pack, sent } = mem0Pack({ bind }, () => json({ ...memory, ...stranger }));
      const error = await caught(pack.call(name, args));
      expect(JSON.stringify(error)).toBe(JSON.stringify(absent));
      expect(error).toMatchObject({ code: "not_found", field: "memory_id" });
      expect(sent.map(print)).toEqual([`GET /v1/memories/${id}/`]);
    }
  }
});

test("two ids bound: what one of them alone cannot promise is withheld", () => {
  const { pack } = mem0Pack({ bind: both });
  const exported = [...Object.keys(rows).filter((name) => name !== "delete_all_memories"), "create_run"];
  expect(pack.tools.map(({ name }) => name).sort()).toEqual(exported.sort());
  expect(pack.withheld).toContainEqual({
    name: "delete_all_memories",
    reason: "cannot be restricted to user_id, run_id: it accepts only one of them",
  });
});

test("two ids bound: delete_all_memories sends nothing, whatever it is given", async () => {
  const { pack, sent } = mem0Pack({ bind: both });
  for (const args of [{}, alice, { run_id: "s-42" }, both, { user_id: "*" }, { agent_id: "x" }]) {
    expect((await caught(pack.call("delete_all_memories", args))).code).toBe("withheld");
  }
  expect(sent).toEqual([]);
});

test.each<[string, object, string]>([
  [
    "add_memory",
    { messages },
    `POST /v3/memories/add/ {"messages":${JSON.stringify(messages)},"user_id":"alice","run_id":"s-42"}`,
  ],
  ["create_user", {}, 'POST /v1/users/ {"user_id":"alice"}'],
  ["create_run", { name: "n" }, 'POST /v1/runs/ {"run_id":"s-42","name":"n"}'],
  [
    "search_memories",
    { query: "q" },
    'POST /v3/memories/search/ {"query":"q","filters":{"AND":[{"user_id":"alice"},{"run_id":"s-42"}]}}',
  ],
  ["list_memories", {}, 'POST /v3/memories/ {"filters":{"AND":[{"user_id":"alice"},{"run_id":"s-42"}]}}'],
  [
    "list_memories_with_filters",
    { filters: foreign },
    'POST /v3/memories/ {"filters":{"AND":[{"user_id":"alice"},{"run_id":"s-42"},{"user_id":"bob"}]}}',
  ],
  [
    "create_memory_export",
    { schema: {} },
    'POST /v1/exports/ {"schema":{},"filters":{"AND":[{"user_id":"alice"},{"run_id":"s-42"}]}}',
  ],
  ["get_entity", { entity_type: "run" }, "GET /v2/entities/run/s-42/"],
  ["delete_entity", { entity_type: "user" }, "DELETE /v2/entities/user/alice/"],
  ["list_entity_memories", { entity_type: "run" }, "GET /v1/memories/run/s-42/"],
  ["get_memory", { memory_id: id }, `GET /v1/memories/${id}/`],
])("two ids bound: %s holds to both, or to the one it is about", async (name, args, request) => {
  const { pack, sent } = mem0Pack({ bind: both }, () => json(memory));
  await pack.call(name, args);
  expect(sent.map(print)).toEqual([request]);
});

test.each(["get_entity", "delete_entity", "list_entity_memories"])(
  "two ids bound: %s of another type",
  async (name) => {
    const { pack, sent } = mem0Pack({ bind: both });
    for (const entity_type of ["agent", "app", "", "constructor", undefined, ["user"]]) {
      expect((await caught(pack.call(name, { entity_type }))).field).toBe("entity_type");
    }
    expect((await caught(pack.call(name, { entity_type: "user", entity_id: "bob" }))).field).toBe("entity_id");
    expect(sent).toEqual([]);
  },
);
