import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../packages/sandbox/src/index.js";
import { type BuiltBin, buildBin } from "../helpers/build-bin.js";
import { type Connected, connect, type Person } from "./connect-mcp.js";

const apiKey = "canary-Key_7f3a9c";
let sandbox: Sandbox;
let bin: BuiltBin;
let connected: Connected | undefined;

beforeAll(async () => {
  [sandbox, bin] = await Promise.all([startSandbox({ apiKey, eventMs: 20 }), buildBin()]);
});

afterEach(async () => {
  await connected?.client.close();
  expect(connected?.log() ?? "").not.toContain(apiKey);
  connected = undefined;
});

afterAll(async () => {
  bin.remove();
  await sandbox.close();
});

async function open(argv: readonly string[] = [], person?: Person): Promise<Connected["client"]> {
  const env = { MEM0_API_KEY: apiKey };
  connected = await connect(bin.path, ["--base-url", sandbox.url, ...argv], env, person);
  return connected.client;
}

type Called = { content: { text: string }[]; structuredContent?: Record<string, unknown>; isError?: boolean };

async function call(client: Connected["client"], name: string, args: object, signal?: AbortSignal): Promise<Called> {
  const options = signal ? { signal } : undefined;
  return (await client.callTool({ name, arguments: args as Record<string, unknown> }, options)) as unknown as Called;
}

async function addMemory(client: Connected["client"], content: string): Promise<string> {
  const messages = [{ role: "user", content }];
  const added = await call(client, "add_memory", { messages, user_id: "alice", infer: false });
  expect(added.isError, added.content[0]?.text).toBeFalsy();
  const listed = await call(client, "list_memories", { user_id: "alice" });
  const results = listed.structuredContent?.results as { id: string; memory: string }[];
  return results.find(({ memory }) => memory === content)?.id ?? "";
}

describe("tools/list", () => {
  it("shows the core tools with titles, four annotations and root-object schemas, each time in the same order", async () => {
    const client = await open();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual((await client.listTools()).tools.map(({ name }) => name));
    expect(tools).toHaveLength(11);
    for (const { annotations, inputSchema, outputSchema, title } of tools) {
      expect(title).toBeTruthy();
      expect(annotations).toEqual({
        title,
        readOnlyHint: expect.any(Boolean),
        destructiveHint: expect.any(Boolean),
        idempotentHint: expect.any(Boolean),
        openWorldHint: expect.any(Boolean),
      });
      expect(inputSchema.type).toBe("object");
      expect(outputSchema?.type).toBe("object");
    }
    expect(connected?.log()).toContain("11 tools");
  });

  it("narrows by profile, effect, names and binding", async () => {
    const client = await open(
      ["--profile", "memory", "--read-only", "--deny=list_events,get_event_status"].concat("--bind", "user_id=alice"),
    );
    const { tools } = await client.listTools();
    const names = tools.map(({ name }) => name);
    expect(names).toContain("search_memories");
    expect(names).not.toContain("add_memory");
    expect(names).not.toContain("list_events");
    expect(tools.find(({ name }) => name === "search_memories")?.inputSchema.properties).not.toHaveProperty("user_id");
    expect(connected?.log()).toMatch(/withheld: \w+: cannot be restricted to user_id/);
  });
});

describe.each(["2025", "2026"] as const)("tools/call, protocol of %s", (era) => {
  it("answers with structured content and the same as text", async () => {
    const client = await open([], { era });
    expect(client.getNegotiatedProtocolVersion()?.slice(0, 4)).toBe(era);
    await addMemory(client, `Sails on lakes ${era}`);
    const { content, structuredContent } = await call(client, "search_memories", { query: "sails", user_id: "alice" });
    expect(JSON.parse(content[0]?.text ?? "")).toEqual(structuredContent);
    expect(content[0]?.text).toContain(`Sails on lakes ${era}`);
  });

  it("tells a failure to the model as a code and a hint", async () => {
    const client = await open([], { era });
    const missing = await call(client, "get_memory", { memory_id: "00000000-0000-4000-8000-000000000000" });
    expect(missing).toMatchObject({ isError: true });
    expect(missing.content[0]?.text).toMatch(/^not_found: HTTP 404/);
    const wrong = await call(client, "search_memories", { query: 5, user_id: "alice" });
    expect(wrong).toMatchObject({ isError: true });
    expect(wrong.content[0]?.text).toMatch(/^invalid_argument: query/);
    await expect(call(client, "search_memorys", {})).rejects.toThrow(/did you mean search_memories/);
  });

  it("refuses an action with approval where the client cannot ask", async () => {
    const client = await open([], { era });
    const id = await addMemory(client, `Stays ${era}`);
    const refused = await call(client, "delete_memory", { memory_id: id });
    expect(refused).toMatchObject({ isError: true });
    expect(refused.content[0]?.text).toMatch(/^denied: delete_memory requires approval, and this client/);
    expect((await call(client, "get_memory", { memory_id: id })).isError).toBeFalsy();
  });

  it("asks where the client can, and does what the person says", async () => {
    const questions: string[] = [];
    let agrees: ReturnType<NonNullable<Person["answer"]>> = { action: "decline" };
    const client = await open([], {
      era,
      answer: (question) => {
        questions.push(question);
        return agrees;
      },
    });
    const id = await addMemory(client, `Goes ${era}`);
    for (agrees of [{ action: "decline" }, { action: "accept", confirm: false }] as const) {
      const refused = await call(client, "delete_memory", { memory_id: id });
      expect(refused.content[0]?.text).toBe("denied: delete_memory was not approved");
    }
    agrees = { action: "accept", confirm: true };
    expect((await call(client, "delete_memory", { memory_id: id })).isError).toBeFalsy();
    expect(questions).toHaveLength(3);
    expect(questions[0]).toContain(id);
    expect((await call(client, "get_memory", { memory_id: id })).content[0]?.text).toMatch(/^not_found/);
    // What is wrong anyway is not asked.
    await call(client, "delete_memory", { memory_id: "." });
    expect(questions).toHaveLength(3);
  });
});

describe("cancellation", () => {
  it("reaches the request", async () => {
    const closed = new Promise<void>((resolve) => {
      server.on("request", (request) => request.socket.once("close", () => resolve()));
    });
    connected = await connect(bin.path, ["--base-url", url], { MEM0_API_KEY: apiKey });
    const { client } = connected;
    const stop = new AbortController();
    server.once("request", () => stop.abort());
    await expect(call(client, "list_events", {}, stop.signal)).rejects.toThrow();
    await closed;
  });

  const server = createServer(() => {});
  let url = "";
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
});
