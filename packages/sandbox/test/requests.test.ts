import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, SEED, startSandbox } from "../src/index.js";
import { call, type Request, send } from "./client.js";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: true });
});
afterAll(() => sandbox.close());

const nobody = "99999999-9999-4999-8999-999999999999";
const some = expect.any(String);

describe("errors have the form of their operation", () => {
  const forms: readonly [form: string, id: string, request: Request, status: number, body: unknown][] = [
    ["error", "memories_read", { path: { memory_id: "x" } }, 400, { error: "memory_id should be a valid UUID" }],
    ["error", "memories_list_v3", { body: { filters: {} } }, 400, { error: some }],
    ["error beside a list", "memories_list", { query: { user_id: "alice", limit: "201" } }, 400, { error: some }],
    ["a list", "memories_list", {}, 400, [some]],
    ["message", "memories_list_v2", { body: { filters: {} } }, 400, { message: some }],
    ["message of two", "exports_create", { body: { filters: {} } }, 400, { message: some }],
    ["error with details", "memories_create", { body: {} }, 400, { error: some, details: { message: some } }],
    ["errors by field", "create_organization", { body: { name: 7 } }, 400, { errors: { name: [some] } }],
    ["fields", "create_webhook", { path: { project_id: SEED.project }, body: { name: "x" } }, 400, { url: [some] }],
    [
      "fields without a field",
      "create_webhook",
      { path: { project_id: SEED.project } },
      400,
      { non_field_errors: [some] },
    ],
    [
      "message, 400",
      "add_project_member",
      { path: { org_id: "o", project_id: "p" }, body: {} },
      400,
      { message: some },
    ],
    ["detail, 404", "memories_events_list", { query: { page: "99" } }, 404, { detail: some }],
    ["error, 404", "event_read", { path: { event_id: nobody } }, 404, { error: some }],
    ["message, 404", "get_organization", { path: { org_id: nobody } }, 404, { message: some }],
    ["error, 403", "delete_webhook", { path: { webhook_id: SEED.foreignWebhook } }, 403, { error: some }],
    ["message, 403", "delete_organization", { path: { org_id: SEED.foreignOrganization } }, 403, { message: some }],
  ];
  it.each(forms)("%s: %s", async (_, id, request, status, body) => {
    const reply = await call(sandbox, id, request);
    expect({ status: reply.status, body: reply.body }).toEqual({ status, body });
  });

  it("and name the place in a body", async () => {
    const messages = [{ role: "user", content: "Fine." }, { role: "user" }];
    const { body } = await call(sandbox, "memories_add_v3", { body: { messages, user_id: "bob" } });
    expect(body.error).toBe("messages.1.content: This field is required.");
  });
});

describe("a key", () => {
  const ping = (authorization?: string) =>
    fetch(`${sandbox.url}/v1/ping/`, authorization === undefined ? {} : { headers: { authorization } });

  it.each([undefined, "", "sandbox-key", "Bearer sandbox-key", "Token", "Token sandbox-key2"])(
    "is not %j",
    async (header) => {
      expect((await ping(header)).status).toBe(401);
    },
  );

  it("is the word Token and the key", async () => {
    expect((await ping("Token sandbox-key")).status).toBe(200);
  });
});

describe("a path", () => {
  it.each(["GET", "POST", "DELETE"])("without its last slash is redirected, %s", async (method) => {
    const body = method === "POST" ? {} : undefined;
    const { status, headers } = await send(sandbox, method, "/v1/memories?user_id=alice&page=2", body);
    expect({ status, location: headers.get("location") }).toEqual({
      status: 301,
      location: "/v1/memories/?user_id=alice&page=2",
    });
  });

  it("that is unknown is 404 with or without a slash, and never a redirect elsewhere", async () => {
    for (const path of ["/v9/memories/", "/v9/memories", "/", "//example.com", "/v1/memories/a/b/c/d"]) {
      expect((await send(sandbox, "GET", path)).status, path).toBe(404);
    }
  });

  it("with another method is 405 and says which methods it has", async () => {
    const { status, headers, body } = await send(sandbox, "PATCH", `/v1/memories/${nobody}/`, {});
    expect({ status, body }).toEqual({ status: 405, body: { detail: some } });
    expect(headers.get("allow")?.split(", ").sort()).toEqual(["DELETE", "GET", "PUT"]);
  });

  it("of one word outranks an id in its place", async () => {
    expect((await send(sandbox, "GET", "/v1/memories/events/")).body).toHaveProperty("count");
    expect((await send(sandbox, "GET", `/v1/memories/${SEED.memories[0]}/history/`)).body).toHaveLength(1);
    expect((await send(sandbox, "GET", "/v1/entities/filters/")).body).toHaveProperty("users");
  });
});

describe("a query", () => {
  const list = (query: Record<string, string | readonly string[]>) =>
    call(sandbox, "memories_list", { query: { user_id: "alice", ...query } });

  it("keeps digits as text where the document wants text", async () => {
    expect((await list({ user_id: "007" })).body).toEqual([]);
    expect((await list({ start_date: "2001" })).body).toHaveLength(4);
    const { status } = await call(sandbox, "get_organization", { path: { org_id: "12" } });
    expect(status).toBe(404);
  });

  it("reads numbers, lists and JSON", async () => {
    expect((await list({ limit: "2" })).body).toHaveLength(2);
    expect((await list({ categories: "food" })).body).toHaveLength(1);
    expect((await list({ categories: ["food", "sports"] })).body).toHaveLength(2);
    expect(Object.keys((await list({ fields: ["id", "memory"] })).body[0])).toEqual(["id", "memory"]);
    expect((await list({ metadata: '{"source":"signup"}' })).body).toHaveLength(2);
    expect((await list({ page: ["7", "1"], page_size: "3" })).body.results).toHaveLength(3);
  });

  it.each([
    { limit: "many" },
    { limit: "1.5" },
    { limit: "" },
    { limit: "0x10" },
    { metadata: "{" },
    { metadata: "[1]" },
    { page_size: "-1", page: "1" },
    { start_date: "soon" },
  ])("is refused with %j", async (query) => {
    expect((await list(query as Record<string, string>)).status).toBe(400);
  });
});

describe("a body", () => {
  it.each(["{", '{"a":1', "[1]", "null", "7", '"text"', "", "  ", "\u0000"])(
    "is refused when it is %j",
    async (text) => {
      expect((await send(sandbox, "POST", "/v3/memories/", text)).status).toBe(400);
    },
  );

  it("is refused when it nests without end", async () => {
    const nested = `${'{"AND":['.repeat(100_000)}${"]}".repeat(100_000)}`;
    expect((await send(sandbox, "POST", "/v3/memories/", `{"filters":${nested}}`)).status).toBe(400);
  });

  it("travels with DELETE", async () => {
    const body = { memories: [{ memory_id: nobody }] };
    const reply = await send(sandbox, "DELETE", "/v1/batch/", body);
    expect({ status: reply.status, body: reply.body }).toEqual({
      status: 400,
      body: { error: `Memory ${nobody} not found` },
    });
    expect((await send(sandbox, "DELETE", "/v1/batch/")).status).toBe(400);
  });

  it("may be large", async () => {
    const content = "word ".repeat(200_000);
    const body = { messages: [{ role: "user", content }], user_id: "big", infer: false };
    expect((await call(sandbox, "memories_add_v3", { body })).status).toBe(200);
  });
});
