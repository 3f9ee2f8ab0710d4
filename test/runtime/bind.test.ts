import fc from "fast-check";
import { expect, test } from "vitest";
import { createToolpack, type Toolpack, type ToolpackOptions } from "../../runtime/index.js";
import { canary, caught, contents, json, type Sent, stub } from "./fixtures.js";

const note = { id: "n1", user_id: "alice", meta: { agent_id: "bot" } };

function make(bind: Record<string, string>, options: ToolpackOptions = {}): { pack: Toolpack; sent: Sent[] } {
  const { fetch, sent } = stub(() => json(note));
  const more = { apiKey: canary, fetch, profile: "all", approve: () => true, ...options };
  return { pack: createToolpack(contents, { bind, ...more }), sent };
}

const names = (pack: Toolpack): string[] => pack.tools.map(({ name }) => name);
const shown = (pack: Toolpack, name: string): { properties: Record<string, object>; required: string[] } =>
  pack.tools.find((tool) => tool.name === name)?.inputSchema as never;
const body = (sent: Sent[]): unknown => JSON.parse(sent.at(-1)?.body as string);

test("without a binding tools are shown as they are", () => {
  const { pack } = make({});
  expect(pack.tools).toEqual(contents.tools);
  expect(pack.tools.every((tool, index) => tool === contents.tools[index])).toBe(true);
});

test("tools that cannot be held are withheld, and calls of them refused before any request", async () => {
  const { pack, sent } = make({ user_id: "alice" });
  expect(pack.withheld).toEqual([
    { name: "get_event", reason: "cannot be restricted to user_id" },
    { name: "get_stats", reason: "cannot be restricted to user_id" },
  ]);
  expect((await caught(pack.call("get_stats", {}))).code).toBe("withheld");
  expect(sent).toEqual([]);
  expect(names(make({ app_id: "a" }).pack)).not.toContain("get_note");
  expect(names(make({ app_id: "a" }).pack)).not.toContain("get_entity");
  const org = { ...contents, definition: { ...contents.definition, bindings: ["user_id", "org_id"] } };
  const held = createToolpack(org, { bind: { user_id: "alice", org_id: "o" } });
  expect(names(held)).toEqual(["search_notes", "add_note", "get_entity", "list_notes"]);
  const filtered = createToolpack(org, { profile: "all", bind: { user_id: "alice", org_id: "o" } });
  expect(names(filtered)).not.toContain("search_notes_with_filters");
});

test("argument: the id is hidden, refused and sent", async () => {
  const { pack, sent } = make({ user_id: "alice" });
  const schema = shown(pack, "search_notes");
  expect([Object.keys(schema.properties), schema.required]).toEqual([
    ["query", "agent_id", "app_id", "run_id"],
    ["query"],
  ]);
  for (const user_id of ["bob", "alice", null, "*"]) {
    const error = await caught(pack.call("search_notes", { query: "q", user_id }));
    expect([error.code, error.field]).toEqual(["invalid_argument", "user_id"]);
  }
  expect(sent).toEqual([]);
  await pack.call("search_notes", { query: "q" });
  expect(body(sent)).toEqual({ query: "q", filters: { user_id: "alice" } });
  await pack.call("search_notes", { query: "q", agent_id: "x" });
  expect(body(sent)).toEqual({ query: "q", filters: { AND: [{ user_id: "alice" }, { agent_id: "x" }] } });
});

test("argument with exactly one: the others go too, and two bound ids exclude the tool", async () => {
  const { pack, sent } = make({ user_id: "alice" });
  expect(shown(pack, "delete_all_notes").properties).toEqual({});
  const error = await caught(pack.call("delete_all_notes", { agent_id: "a1" }));
  expect([error.code, error.field]).toEqual(["invalid_argument", "user_id"]);
  await pack.call("delete_all_notes", {});
  expect(sent.map(({ url }) => url)).toEqual(["https://api.notes.example/v1/notes/?user_id=alice"]);
  expect(make({ user_id: "a", run_id: "r" }).pack.withheld).toContainEqual({
    name: "delete_all_notes",
    reason: "cannot be restricted to user_id, run_id: it accepts only one of them",
  });
});

test("pair of type and id: one bound id fixes both", async () => {
  const { pack, sent } = make({ user_id: "alice" });
  expect(shown(pack, "get_entity")).toMatchObject({ properties: {}, required: [] });
  for (const field of ["entity_type", "entity_id"]) {
    expect((await caught(pack.call("get_entity", { [field]: "user" }))).field).toBe(field);
  }
  await pack.call("get_entity", {});
  expect(sent.at(-1)?.url).toBe("https://api.notes.example/v2/entities/user/alice/");
});

test("pair of type and id: several bound ids leave the choice of the type", async () => {
  const { pack, sent } = make({ user_id: "alice", agent_id: "bot", run_id: "r" });
  expect(shown(pack, "get_entity")).toMatchObject({
    properties: { entity_type: { type: "string", enum: ["user", "agent"] } },
    required: ["entity_type"],
  });
  await pack.call("get_entity", { entity_type: "agent" });
  expect(sent.at(-1)?.url).toBe("https://api.notes.example/v2/entities/agent/bot/");
  for (const entity_type of ["app", "constructor", undefined]) {
    expect((await caught(pack.call("get_entity", { entity_type }))).field).toBe("entity_type");
  }
  expect((await caught(pack.call("get_entity", { entity_type: "user", entity_id: "bob" }))).field).toBe("entity_id");
});

test("filter: the model's own is put inside AND, and may be left out", async () => {
  const { pack, sent } = make({ user_id: "alice", run_id: "r" });
  expect(shown(pack, "search_notes_with_filters").required).toEqual(["query"]);
  await pack.call("search_notes_with_filters", { query: "q", filters: { OR: [{ user_id: "bob" }] } });
  expect(body(sent)).toEqual({
    query: "q",
    filters: { AND: [{ user_id: "alice" }, { run_id: "r" }, { OR: [{ user_id: "bob" }] }] },
  });
  await pack.call("search_notes_with_filters", { query: "q" });
  expect(body(sent)).toEqual({ query: "q", filters: { AND: [{ user_id: "alice" }, { run_id: "r" }] } });
});

test.each([
  [{ user_id: "*" }, "user_id"],
  [{ user_id: " * " }, "user_id"],
  [{ OR: [{ x: 1 }, { NOT: { user_id: { in: ["a", "*"] } } }] }, "user_id"],
  [{ user_id: { eq: "*" } }, "user_id"],
  ["user_id", "filters"],
  [["a"], "filters"],
  [null, "filters"],
])("filter %j is refused", async (filters, field) => {
  const { pack, sent } = make({ user_id: "alice" });
  const error = await caught(pack.call("search_notes_with_filters", { query: "q", filters }));
  expect([error.code, error.field, sent.length]).toEqual(["invalid_argument", field, 0]);
});

test("a wildcard for an id that is not bound is no widening", async () => {
  const { pack, sent } = make({ user_id: "alice" });
  await pack.call("search_notes_with_filters", { query: "q", filters: { agent_id: "*" } });
  expect(sent.length).toBe(1);
});

interface Item {
  readonly user_id: string;
  readonly agent_id: string;
}

/** Whether an item passes a filter, as the service would decide it: the reading that lets the most through. */
function passes(filter: unknown, item: Item): boolean {
  if (!filter || typeof filter !== "object") return true;
  return Object.entries(filter).every(([key, value]) => {
    const clauses = Array.isArray(value) ? value : [value];
    if (key === "AND") return clauses.every((each) => passes(each, item));
    if (key === "OR") return !clauses.length || clauses.some((each) => passes(each, item));
    if (key === "NOT") return !clauses.length || !clauses.every((each) => passes(each, item));
    if (key !== "user_id" && key !== "agent_id") return true;
    const wanted = value && typeof value === "object" ? Object.values(value).flat() : [value];
    return wanted.includes("*") || wanted.includes(item[key]);
  });
}

test("no filter that a model can write leaves the bound ids", async () => {
  const value = fc.constantFrom("alice", "bob", "*", "", "bot");
  const { filter } = fc.letrec<{ filter: Record<string, unknown> }>((tie) => ({
    filter: fc.dictionary(
      fc.constantFrom("AND", "OR", "NOT", "user_id", "agent_id", "x", "constructor"),
      fc.oneof(
        { maxDepth: 4 },
        value,
        fc.record({ in: fc.array(value) }),
        fc.record({ ne: value }),
        fc.array(tie("filter"), { maxLength: 3 }),
        tie("filter"),
      ),
      { maxKeys: 4 },
    ),
  }));
  const everyone = ["alice", "bob", "", "*"].flatMap((user_id) =>
    ["bot", "other"].map((agent_id) => ({ user_id, agent_id })),
  );
  let reached = 0;
  let foreign = 0;
  await fc.assert(
    fc.asyncProperty(filter, async (filters) => {
      // Proof that the generator writes filters that would reach somebody else.
      if (everyone.some((item) => item.user_id !== "alice" && passes(filters, item))) foreign++;
      const { pack, sent } = make({ user_id: "alice" });
      const error = await pack.call("search_notes_with_filters", { query: "q", filters }).then(
        () => undefined,
        (thrown) => thrown,
      );
      if (error) return error.code === "invalid_argument" && sent.length === 0;
      reached++;
      const { filters: wire } = body(sent) as { filters: unknown };
      return everyone.every((item) => item.user_id === "alice" || !passes(wire, item));
    }),
    { numRuns: 500 },
  );
  expect([reached > 50, foreign > 50]).toEqual([true, true]);
});

test("ownership: an object of one's own is reached, one read first", async () => {
  const { pack, sent } = make({ user_id: "alice", agent_id: "bot" });
  expect((await pack.call("delete_note", { note_id: "n1" })).data).toEqual(note);
  expect(sent.map(({ method }) => method)).toEqual(["GET", "DELETE"]);
  await pack.call("get_note", { note_id: "n1" });
  expect(sent.length).toBe(3);
});

test.each([
  { ...note, user_id: "bob" },
  { ...note, user_id: ["alice"] },
  { ...note, user_id: undefined },
  { ...note, meta: null },
  {},
  null,
  [],
])("ownership: %j is answered like one that does not exist", async (object) => {
  const missing = stub(json({ detail: "No such note, or not yours: n1" }, 404, { "x-request-id": "r" }));
  const foreign = stub(json(object, 200, { "x-request-id": "r" }));
  const bind = { user_id: "alice", agent_id: "bot" };
  const errors = await Promise.all(
    [missing, foreign].map(({ fetch }) => caught(make(bind, { fetch }).pack.call("delete_note", { note_id: "n1" }))),
  );
  expect(JSON.stringify(errors[1])).toBe(JSON.stringify(errors[0]));
  expect(errors[1]).toMatchObject({ code: "not_found", status: 404, field: "note_id" });
  expect([foreign.sent.length, missing.sent.length]).toEqual([1, 1]);
});

test("ownership: other errors of the read stay what they are", async () => {
  const { fetch } = stub(json({ detail: "no" }, 403));
  expect((await caught(make({ user_id: "alice" }, { fetch }).pack.call("get_note", { note_id: "n1" }))).code).toBe(
    "forbidden",
  );
});

test("with: a copy held to more, the pack itself unchanged", async () => {
  const { pack, sent } = make({});
  const alice = pack.with({ user_id: "alice" });
  const both = alice.with({ run_id: "r" });
  await both.call("search_notes", { query: "q" });
  expect(body(sent)).toMatchObject({ filters: { AND: [{ user_id: "alice" }, { run_id: "r" }] } });
  expect([pack.withheld.length, alice.withheld.length]).toEqual([0, 2]);
  expect(names(pack)).toContain("get_stats");
});

test.each<object>([
  { user_id: undefined },
  { user_id: "" },
  { user_id: "  " },
  { user_id: "*" },
  { user_id: 7 },
  { userid: "a" },
  { __proto__: null, toString: "a" },
])("binding %j is refused: it must not quietly hold nothing", (bind) => {
  expect(() => make({}).pack.with(bind as never)).toThrow(/^bind: /);
  expect(() => make(bind as never)).toThrow(/^bind: /);
});

test("wildcards are refused where the tool says so, unless the host allows them", async () => {
  const { pack, sent } = make({});
  const error = await caught(pack.call("delete_all_notes", { user_id: "*" }));
  expect([error.code, error.field, sent.length]).toEqual(["invalid_argument", "user_id", 0]);
  await make({}, { allowWildcards: true }).pack.call("delete_all_notes", { user_id: "*" });
});
