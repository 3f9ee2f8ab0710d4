import { inspect } from "node:util";
import { expect, test } from "vitest";
import {
  type CallRecord,
  combine,
  createToolpack,
  paginate,
  type SpanLike,
  type Toolpack,
  type ToolpackOptions,
  type Validate,
} from "../../runtime/index.js";
import {
  type Answer,
  canary,
  caught,
  contents,
  definition,
  fakeClock,
  json,
  type Sent,
  stub,
  tool,
  tools,
} from "./fixtures.js";

function make(options: ToolpackOptions = {}, ...answers: Answer[]): { pack: Toolpack; sent: Sent[] } {
  const { fetch, sent } = stub(...answers);
  return { pack: createToolpack(contents, { apiKey: canary, fetch, ...options }), sent };
}

const names = (pack: Pick<Toolpack, "tools">): string[] => pack.tools.map(({ name }) => name);

test("core is the default profile, less what needs approval; no key is needed to list", () => {
  const pack = createToolpack(contents);
  expect(names(pack)).toEqual(["search_notes", "add_note", "get_note", "get_entity", "list_notes"]);
  expect(pack.withheld).toEqual([{ name: "delete_note", reason: expect.stringContaining("approve") }]);
  expect(names(createToolpack({ ...contents, profiles: {} }, { approve: () => true }))).toEqual(
    tools.map(({ name }) => name),
  );
});

test("profiles, and tools by name or as objects", () => {
  expect(names(make({ profile: "all", approve: () => true }).pack).length).toBe(tools.length);
  expect(names(make({ tools: ["get_stats", tool("extra", { path: "/e/" })] }).pack)).toEqual(["get_stats", "extra"]);
  expect(() => make({ profile: "cor" })).toThrow("Unknown profile cor; did you mean core?");
  expect(() => make({ profile: "constructor" })).toThrow(/Unknown profile/);
  expect(() => make({ tools: ["get_stat"] })).toThrow("Unknown tool get_stat; did you mean get_stats?");
});

test("select narrows by group, effect, scope and name, and never widens", () => {
  const { pack } = make({ profile: "all", approve: () => true });
  expect(names(pack.select({ groups: ["entities", "stats"] }))).toEqual(["get_entity", "get_stats"]);
  expect(names(pack.select({ effects: ["write"] }))).toEqual(["add_note"]);
  expect(names(pack.select({ scopes: ["notes:delete"], deny: ["delete_note"] }))).toEqual(["delete_all_notes"]);
  expect(names(pack.select({ allow: ["get_stats", "add_note"], effects: ["read"] }))).toEqual(["get_stats"]);
  expect(() => pack.select({ allow: ["get_stat"] })).toThrow("Unknown tool get_stat; did you mean get_stats?");
  expect(() => pack.select({ groups: ["stats"] }).select({ allow: ["add_note"] })).toThrow(/Unknown tool add_note/);
});

test("a tool outside the selection is not called; an unknown one is answered with the nearest", async () => {
  const { pack, sent } = make();
  for (const [name, message] of [
    ["get_stats", "Unknown tool get_stats; did you mean get_entity?"],
    ["serach_notes", "Unknown tool serach_notes; did you mean search_notes?"],
    ["constructor", "Unknown tool constructor"],
    ["__proto__", "Unknown tool __proto__"],
  ] as const) {
    const error = await caught(pack.call(name, {}));
    expect([error.code, error.message]).toEqual(["unknown_tool", message]);
  }
  expect(sent).toEqual([]);
});

test("former names are accepted by call", async () => {
  const { pack, sent } = make();
  await pack.call("NOTES_FIND", { query: "q", user_id: "a" });
  expect(sent.length).toBe(1);
});

test("namePrefix: names that are shown, called, selected and withheld have it", async () => {
  const { pack, sent } = make({ namePrefix: "notes_" });
  expect(names(pack)[0]).toBe("notes_search_notes");
  expect(pack.withheld[0]?.name).toBe("notes_delete_note");
  await pack.call("notes_get_note", { note_id: "a" });
  await pack.select({ allow: ["notes_get_note"] }).call("notes_get_note", { note_id: "a" });
  expect([sent.length, tools[3]?.name]).toEqual([2, "get_note"]);
});

test("two tools of one name are an error that names namePrefix, in one pack and across packs", async () => {
  const twice = tool("get_stats", { path: "/other/" });
  expect(() => make({ tools: ["get_stats", twice] })).toThrow(/get_stats.*namePrefix/);
  const other = createToolpack({ definition: { ...definition, name: "other" }, tools: [twice], profiles: {} });
  const mine = make({ tools: ["get_stats"] });
  expect(() => combine(mine.pack, other)).toThrow(
    "notes-toolpack and other both have get_stats: set namePrefix on one of them",
  );
  const both = combine(make({ tools: ["get_stats", "delete_note"], namePrefix: "n_" }).pack, other);
  expect(names(both)).toEqual(["n_get_stats", "get_stats"]);
  expect((await caught(both.call("n_delete_note", {}))).code).toBe("withheld");
  expect((await caught(both.call("nothing", {}))).code).toBe("unknown_tool");
  expect(both.check("get_stats", {})).toBeUndefined();
});

const strict: Validate = (value) => {
  strict.errors = null;
  for (const key of Object.keys(value as object)) {
    if (key !== "note_id") {
      strict.errors = [{ instancePath: "", keyword: "additionalProperties", params: { additionalProperty: key } }];
    }
  }
  return !strict.errors;
};
const strictTool = { ...tool("get_note", { path: "/n/{note_id}/" }), validate: strict };

test.each([
  [{ note_id: "a", base_url: "https://evil" }, "base_url"],
  [JSON.parse('{"__proto__":{"polluted":1}}'), "__proto__"],
  [JSON.parse('{"note_id":{"a":[{"__proto__":1}]}}'), "note_id.a[0].__proto__"],
  [{ note_id: Number.NaN }, "note_id"],
  [{ note_id: () => 1 }, "note_id"],
  [{ note_id: { toJSON: () => "x" } }, "note_id.toJSON"],
  [{ note_id: Symbol("x") }, "note_id"],
  [[], ""],
  ["text", ""],
  [7, ""],
])("arguments %# are refused before any request, and check says the same", async (args, field) => {
  const { pack, sent } = make({ tools: [strictTool] });
  const error = await caught(pack.call("get_note", args));
  expect([error.code, error.field]).toEqual(["invalid_argument", field]);
  expect(JSON.stringify(pack.check("get_note", args))).toBe(JSON.stringify(error));
  expect([sent.length, ({} as Record<string, unknown>).polluted]).toEqual([0, undefined]);
});

test("bottomless and circular arguments are refused", async () => {
  const circle: Record<string, unknown> = {};
  circle.a = circle;
  let deep: unknown = 1;
  for (let i = 0; i < 100_000; i++) deep = { a: deep };
  for (const args of [circle, { note_id: deep }]) {
    const { pack } = make({ tools: [strictTool], capture: { arguments: true }, onCall: () => {} });
    expect((await caught(pack.call("get_note", args))).message).toContain("nested more than 40");
  }
});

test("absent values are left out before validation", async () => {
  const { pack, sent } = make({ tools: [strictTool] });
  await pack.call("get_note", { note_id: "a", other: undefined });
  expect(sent.length).toBe(1);
});

test("what was checked is what is sent, whatever getters do", async () => {
  let reads = 0;
  const args = {
    get note_id() {
      return reads++ ? "b/../.." : "a";
    },
  };
  const { pack, sent } = make({ tools: [strictTool] });
  await pack.call("get_note", args);
  expect([reads, sent[0]?.url]).toEqual([1, "https://api.notes.example/n/a/"]);
});

test("approval: the hook sees the call and decides it", async () => {
  const seen: unknown[] = [];
  const context = { user: 1 };
  let answer: unknown = true;
  const { pack, sent } = make({
    bind: { user_id: "alice" },
    profile: "all",
    approve: (request) => {
      seen.push([request.tool.name, request.arguments, request.effect, request.context === context]);
      return answer as boolean;
    },
  });
  await pack.call("delete_all_notes", {}, { context });
  expect(seen).toEqual([["delete_all_notes", { user_id: "alice" }, "delete", true]]);
  for (const no of [false, undefined, "yes", 1]) {
    answer = no;
    expect((await caught(pack.call("delete_all_notes", {}, { context }))).code).toBe("denied");
  }
  await pack.call("search_notes", { query: "q" });
  expect([seen.length, sent.length]).toEqual([5, 2]);
});

test("approval left to the caller: only with its word, and the word counts nowhere else", async () => {
  const { pack, sent } = make({ profile: "all", approve: "caller" });
  expect(pack.approvals).toEqual(["delete_note", "delete_all_notes"]);
  expect((await caught(pack.call("delete_note", { note_id: "a" }))).code).toBe("denied");
  expect((await caught(pack.call("delete_note", { note_id: "a" }, { approved: "yes" as never }))).code).toBe("denied");
  expect(sent).toEqual([]);
  await pack.call("delete_note", { note_id: "a" }, { approved: true });
  expect(sent.length).toBe(1);
  const hook = make({ profile: "all", approve: () => false });
  expect((await caught(hook.pack.call("delete_note", { note_id: "a" }, { approved: true }))).code).toBe("denied");
  expect(hook.pack.approvals).toEqual([]);
});

test("approval: a hook that fails denies, and what it threw is not repeated", async () => {
  const approve = (): never => {
    throw new Error(canary);
  };
  const { pack, sent } = make({ approve });
  const error = await caught(pack.call("delete_note", { note_id: "a" }));
  expect([error.code, sent.length, inspect(error).includes(canary)]).toEqual(["denied", 0, false]);
});

test("approval: off by name, for that name only", async () => {
  const { pack, sent } = make({ profile: "all", approval: { off: ["delete_note"] } });
  expect(pack.withheld.map(({ name }) => name)).toEqual(["delete_all_notes"]);
  await pack.call("delete_note", { note_id: "a" });
  expect(sent.length).toBe(1);
  const both = make({ profile: "all", approve: () => false, approval: { off: ["delete_note"] } });
  await both.pack.call("delete_note", { note_id: "a" });
  expect((await caught(both.pack.call("delete_all_notes", { user_id: "a" }))).code).toBe("denied");
  expect(() => make({ approval: { off: ["delete_notes"] } })).toThrow(
    /Unknown tool delete_notes; did you mean delete_note/,
  );
});

const queued = (): Response => json({ event_id: "e1", status: "PENDING" });

test("events: without waiting the result says that it is queued and how to ask", async () => {
  const { pack, sent } = make({ profile: "all" }, queued());
  expect(await pack.call("add_note", { messages: "m" })).toEqual({
    data: { event_id: "e1", status: "PENDING" },
    pending: { id: "e1", tool: "get_event" },
    note: "Still processing. Call get_event with event_id e1.",
  });
  expect(sent.length).toBe(1);
  const core = await make({}, queued()).pack.call("add_note", { messages: "m" });
  expect([core.pending, core.note]).toEqual([{ id: "e1" }, "Still processing."]);
});

test("events: with waiting the result has the final state", async () => {
  const clock = fakeClock();
  const done = { id: "e1", status: "SUCCEEDED", results: [1] };
  const { pack, sent } = make({ clock }, queued(), json({ status: "RUNNING" }), json({}, 404), json(done));
  const result = await pack.call("add_note", { messages: "m" }, { waitMs: 60_000 });
  expect(result).toEqual({ data: { event_id: "e1", status: "PENDING" }, event: done });
  expect(sent.slice(1).map(({ url }) => url)).toEqual(Array(3).fill("https://api.notes.example/v1/event/e1/"));
  expect(clock.slept).toEqual([250, 375, 562.5]);
});

test("events: waiting ends with the time, and a failure is an error", async () => {
  const clock = fakeClock();
  const { pack } = make({ clock }, queued(), json({ status: "RUNNING" }));
  const result = await pack.call("add_note", { messages: "m" }, { waitMs: 1000 });
  expect(result.pending).toEqual({ id: "e1" });
  expect(clock.slept.reduce((sum, ms) => sum + ms)).toBe(1000);
  const failed = make({ clock }, queued(), json({ status: "FAILED", error: `quota ${canary}` }));
  const error = await caught(failed.pack.call("add_note", { messages: "m" }, { waitMs: 1000 }));
  expect([error.code, error.message]).toEqual(["failed", "The request was accepted but failed: quota [redacted] (e1)"]);
});

test("events: an answer that is final at once needs no asking", async () => {
  const { pack, sent } = make({}, json({ event_id: "e1", status: "SUCCEEDED" }));
  expect(await pack.call("add_note", { messages: "m" }, { waitMs: 1000 })).toEqual({
    data: { event_id: "e1", status: "SUCCEEDED" },
  });
  expect(sent.length).toBe(1);
});

test("events: cancelling while waiting", async () => {
  const controller = new AbortController();
  const { pack } = make({}, queued(), json({ status: "RUNNING" }));
  setTimeout(() => controller.abort(), 20);
  const error = await caught(pack.call("add_note", { messages: "m" }, { waitMs: 60_000, signal: controller.signal }));
  expect(error.code).toBe("cancelled");
});

test("pages: items of all pages, by number, never by address", async () => {
  const page = (sent: Sent): Response => {
    const number = Number(new URL(sent.url).searchParams.get("page"));
    return json({ results: [`${number}a`, `${number}b`], next: number < 3 ? "https://evil.example/?page=9" : null });
  };
  const { pack, sent } = make({ maxTokens: 1 }, page);
  const items: unknown[] = [];
  for await (const item of paginate(pack, "list_notes", { user_id: "a" })) items.push(item);
  expect(items).toEqual(["1a", "1b", "2a", "2b", "3a", "3b"]);
  expect(sent.map(({ url }) => url)).toEqual(
    [1, 2, 3].map((n) => `https://api.notes.example/v1/notes/?page=${n}&user_id=a`),
  );
  const later: unknown[] = [];
  for await (const item of paginate(pack, "list_notes", { page: 3 })) later.push(item);
  expect(later).toEqual(["3a", "3b"]);
});

test("pages: an empty page ends a list whose service always names a next one", async () => {
  const { pack, sent } = make({}, json({ results: [1], next: "x" }), json({ results: [], next: "x" }));
  const items: unknown[] = [];
  for await (const item of paginate(pack, "list_notes")) items.push(item);
  expect([items, sent.length]).toEqual([[1], 2]);
});

test("results are bounded, keep their shape and say what was removed", async () => {
  const long = { results: Array.from({ length: 500 }, (_, id) => ({ id, text: "word ".repeat(200) })), next: null };
  const { pack } = make({ maxTokens: 1000 }, json(long));
  const { data, note } = await pack.call<typeof long>("list_notes", {});
  expect(JSON.stringify(data).length).toBeLessThanOrEqual(4000);
  expect(data.results.length).toBeGreaterThan(0);
  expect(data.results[0]).toMatchObject({ id: 0 });
  expect(data.next).toBeNull();
  expect(note).toMatch(/: results to \d+ of 500/);
  const whole = await pack.call("list_notes", {}, { maxTokens: 1e6 });
  expect(whole).toEqual({ data: long });
});

test.each([
  ["x".repeat(100_000)],
  [Array(5000).fill("y".repeat(50))],
  [Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, i]))],
])("a result of one kind is bounded too (%#)", async (body) => {
  const { data, note } = await make({ maxTokens: 100 }, json(body)).pack.call("get_note", { note_id: "a" });
  expect(JSON.stringify(data).length).toBeLessThanOrEqual(400);
  expect(note).toMatch(/^Shortened: result to \d+ of/);
});

test("a result that cannot get shorter ends all the same", async () => {
  const { data } = await make({}, json(12345)).pack.call("get_note", { note_id: "a" }, { maxTokens: 0 });
  expect(data).toBe(12345);
});

test("records: start, retry, end, with the host's context as it is", async () => {
  const records: CallRecord[] = [];
  const context = { request: Symbol("mine") };
  const clock = fakeClock();
  const { pack } = make({ clock, onCall: (record) => records.push(record) }, json({}, 503), json({ a: 1 }));
  await pack.call("get_note", { note_id: "a" }, { context });
  expect(records).toEqual([
    { kind: "start", tool: "get_note", context },
    { kind: "retry", tool: "get_note", context, attempt: 1, waitMs: 500, status: 503 },
    { kind: "end", tool: "get_note", context, durationMs: 500 },
  ]);
  expect(records.every((record) => record.context === context)).toBe(true);
});

test("records: denial and error, arguments and results by opt-in, without the key", async () => {
  const records: CallRecord[] = [];
  const options = { capture: { arguments: true, results: true }, onCall: (record: CallRecord) => records.push(record) };
  const { pack } = make({ ...options, approve: () => false }, json({ echo: canary }));
  await pack.call("get_note", { note_id: "a" });
  await pack.call("get_note", { note_id: canary });
  await caught(pack.call("delete_note", { note_id: "a" }));
  expect(records.map(({ kind }) => kind)).toEqual(["start", "end", "start", "end", "start", "denial", "end"]);
  expect(records[1]).toMatchObject({ result: { echo: "[redacted]" } });
  expect(records[2]).toMatchObject({ arguments: { note_id: "[redacted]" } });
  expect(records[5]).toMatchObject({ code: "denied" });
  expect(records[6]).toMatchObject({ error: { code: "denied" } });
  expect(inspect(records, { depth: 9 })).not.toContain(canary);
});

test.each([
  () => {
    throw new Error("host");
  },
  async () => {
    throw new Error("host");
  },
])("records: a hook that fails changes nothing (%#)", async (onCall) => {
  const unhandled: unknown[] = [];
  const listen = (error: unknown): void => void unhandled.push(error);
  process.on("unhandledRejection", listen);
  const { pack } = make({ onCall }, json({ a: 1 }));
  expect((await pack.call("get_note", { note_id: "a" })).data).toEqual({ a: 1 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off("unhandledRejection", listen);
  expect(unhandled).toEqual([]);
});

interface TestSpan extends SpanLike {
  readonly name: string;
  readonly attributes: Record<string, unknown>;
  status: number;
  ended: number;
}

function traced(): { spans: TestSpan[]; tracer: NonNullable<ToolpackOptions["tracer"]> } {
  const spans: TestSpan[] = [];
  return {
    spans,
    tracer: {
      startActiveSpan: (name, options, run) => {
        const span: TestSpan = {
          name,
          attributes: { ...options.attributes },
          status: 0,
          ended: 0,
          setAttribute(key, value) {
            this.attributes[key] = value;
            return this;
          },
          setStatus({ code }) {
            this.status = code;
            return this;
          },
          end() {
            this.ended++;
          },
        };
        spans.push(span);
        return run(span);
      },
    },
  };
}

test("spans: one a call, with the GenAI names", async () => {
  const { spans, tracer } = traced();
  const { pack } = make({ tracer, capture: { arguments: true, results: true } }, json({ echo: canary }), json({}, 404));
  await pack.call("get_note", { note_id: "a" });
  await caught(pack.call("get_note", { note_id: "b" }));
  await caught(pack.call("nothing", {}));
  expect(spans.map(({ name, status, ended }) => [name, status, ended])).toEqual([
    ["execute_tool get_note", 0, 1],
    ["execute_tool get_note", 2, 1],
    ["execute_tool nothing", 2, 1],
  ]);
  expect(spans[0]?.attributes).toEqual({
    "gen_ai.operation.name": "execute_tool",
    "gen_ai.tool.name": "get_note",
    "gen_ai.tool.type": "function",
    "gen_ai.tool.description": "Does get_note.",
    "gen_ai.tool.call.arguments": '{"note_id":"a"}',
    "gen_ai.tool.call.result": '{"echo":"[redacted]"}',
  });
  expect(spans[1]?.attributes["error.type"]).toBe("not_found");
});

test("spans: arguments and results only by opt-in", async () => {
  const { spans, tracer } = traced();
  await make({ tracer }).pack.call("get_note", { note_id: "a" });
  expect(Object.keys(spans[0]?.attributes ?? {}).some((name) => name.includes("call"))).toBe(false);
});

test("the key is in nothing that a call leaves behind", async () => {
  const left: unknown[] = [];
  const { spans, tracer } = traced();
  const options = {
    tracer,
    onCall: (record: CallRecord) => left.push(record),
    capture: { arguments: true, results: true },
  };
  for (const status of [200, 400, 503]) {
    const { pack } = make({ ...options, clock: fakeClock() }, json({ detail: canary, event_id: canary }, status));
    for (const name of ["add_note", "get_note", "nothing"]) {
      left.push(await pack.call(name, { note_id: "a", messages: "m" }, { context: 1 }).catch((error) => error));
    }
    left.push(pack, pack.tools, pack.withheld);
  }
  const text =
    inspect([left, spans], { depth: 12, showHidden: true, maxArrayLength: null }) + JSON.stringify([left, spans]);
  expect(text).not.toContain(canary);
  expect(text).not.toContain(encodeURIComponent(canary));
});
