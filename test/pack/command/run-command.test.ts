import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Sandbox, startSandbox } from "../../../packages/sandbox/src/index.js";
import { command, contents, type Ran, type Surroundings } from "./fixture.js";

const key = "canary-Key_7f3a9c";
const missing = "00000000-0000-4000-8000-000000000000";
const good = "11111111-1111-4111-8111-111111111111";
let sandbox: Sandbox;
const memories: string[] = [];

const call = (argv: readonly string[], around?: Surroundings): Promise<Ran> =>
  command(["call", ...argv, "--base-url", sandbox.url], around);

beforeAll(async () => {
  sandbox = await startSandbox({ apiKey: key, eventMs: 20 });
  vi.stubEnv("MEM0_API_KEY", key);
  const messages = ["Likes night trains", "Eats no meat"].map((content) => JSON.stringify({ role: "user", content }));
  const added = await call(
    ["add_memory", ...messages.flatMap((each) => ["--messages", each]), "--user-id", "alice", "--no-infer"].concat(
      "--wait-ms=5000",
    ),
  );
  expect(added).toMatchObject({ code: 0 });
  const { out } = await call(["list_memories", "--user_id", "alice", "--reporter", "json"]);
  memories.push(...JSON.parse(out).data.results.map(({ id }: { id: string }) => id));
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await sandbox.close();
});

describe("list and describe", () => {
  it("lists the 47 tools by group, with what needs approval", async () => {
    const { code, err, out } = await command(["list"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.match(/^ {2}\w+ /gm)).toHaveLength(47);
    expect(out).toMatch(/^ {2}delete_memory +delete +Delete memory.*\(requires approval\)$/m);
  });

  it("says why a binding withholds a tool", async () => {
    const { out } = await command(["list", "--profile", "core", "--bind", "user_id=alice", "--reporter=json"]);
    const { tools, withheld } = JSON.parse(out);
    expect(tools.length + withheld.length).toBe(11);
    expect(withheld).toContainEqual({ name: "list_events", reason: expect.stringContaining("user_id") });
  });

  it("describes every tool, with a flag for each argument", async () => {
    for (const tool of contents.tools) {
      const { code, out } = await command(["describe", tool.name]);
      expect(code).toBe(0);
      for (const name of Object.keys(tool.inputSchema.properties as object)) {
        expect(out, tool.name).toContain(`  --${name.replaceAll("_", "-")}`);
      }
      expect((await command(["call", tool.name, "--help"])).out).toBe(out);
    }
  });

  it("shows help without a command, for --help and for each command", async () => {
    expect(await command([])).toMatchObject({ code: 2, out: "", err: expect.stringContaining("Usage: mem0-toolpack") });
    for (const argv of [["--help"], ["list", "--help"], ["call", "-h"], ["mcp", "--help"]]) {
      expect(await command(argv)).toMatchObject({ code: 0, out: expect.stringContaining("Usage: mem0-toolpack") });
    }
    expect((await command(["--help"])).out).toContain("MEM0_API_KEY");
  });
});

describe("call", () => {
  it("turns flags into arguments and prints the answer for people", async () => {
    const { code, err, out } = await call([
      "search_memories",
      "--query",
      "trains",
      "--user-id",
      "alice",
      "--top-k",
      "1",
    ]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^results:\n {2}- id: /);
    expect(out).toContain("memory: Likes night trains");
  });

  it("prints one line of JSON on request", async () => {
    const { out } = await call(["get_memory", "--memory-id", memories[0] ?? "", "--reporter", "json"]);
    expect(out.endsWith("}\n")).toBe(true);
    expect(JSON.parse(out).data.id).toBe(memories[0]);
  });

  it("takes whole arguments as JSON, from the line and from the standard input, and flags over them", async () => {
    const args = JSON.stringify({ query: "no such thing", user_id: "alice", top_k: 1 });
    const line = await call(["search_memories", "--json", args, "--query", "meat", "--reporter=json"]);
    const stdin = await call(["search_memories", "--json", "-", "--reporter=json"], { stdin: args });
    expect(JSON.parse(line.out).data.results[0].memory).toBe("Eats no meat");
    expect(stdin.code).toBe(0);
  });

  it("waits for the event of an answer that takes its time", async () => {
    const argv = ["add_memory", "--messages", '[{"role":"user","content":"I moved to Lisbon."}]', "--user-id", "bob"];
    const queued = await call([...argv, "--reporter", "json"]);
    expect(JSON.parse(queued.out)).toMatchObject({ pending: { tool: "get_event_status" } });
    const waited = await call([...argv, "--wait-ms", "5000", "--reporter", "json"]);
    expect(JSON.parse(waited.out)).toMatchObject({ event: { status: "SUCCEEDED" } });
  });

  it("asks before an action with approval, and wants --yes where nobody can be asked", async () => {
    const argv = ["delete_memory", "--memory-id", memories[1] ?? ""];
    expect(await call(argv)).toMatchObject({ code: 2, out: "", err: expect.stringContaining("--yes") });
    const refused = await call(argv, { agrees: false });
    expect(refused).toMatchObject({ code: 1, out: "", err: "denied: delete_memory was not approved\n" });
    expect(refused.questions[0]).toContain(memories[1]);
    expect(await call(argv, { agrees: true })).toMatchObject({ code: 0 });
    const again = await call([...argv, "--yes"]);
    expect(again).toMatchObject({ code: 1, questions: [], err: expect.stringMatching(/^not_found: HTTP 404/) });
  });

  it("holds a call to a binding", async () => {
    const hit = await call(["search_memories", "--query", "trains", "--bind", "user_id=carol", "--reporter=json"]);
    expect(JSON.parse(hit.out).data.results).toEqual([]);
    const fixed = await call(["search_memories", "--query", "x", "--user-id", "alice", "--bind", "user_id=carol"]);
    expect(fixed).toMatchObject({ code: 2, err: "invalid_argument: user_id: is set by the host\n" });
  });

  it("takes a former name", async () => {
    const { code } = await call(["MEM0_ADD_NEW_MEMORY_RECORDS", "--help"]);
    expect(code).toBe(0);
  });

  it("prints errors as JSON on request", async () => {
    const { code, err, out } = await call(["get_memory", "--memory-id", missing, "--reporter", "json"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(JSON.parse(err).error).toMatchObject({ code: expect.any(String), hint: expect.any(String) });
  });
});

describe("a wrong command line sends nothing", () => {
  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ["an unknown command", ["lst"], /Unknown command lst. Use one of list, describe, call, mcp/],
    ["an unknown tool", ["call", "search_memorys"], /Unknown tool search_memorys; did you mean search_memories\?/],
    ["no tool", ["call"], /Missing tool name/],
    ["an unknown flag", ["call", "search_memories", "--qeury", "x"], /Unknown flag --qeury; did you mean --query\?/],
    ["a missing value", ["call", "search_memories", "--query", "--top-k", "5"], /--query requires a value/],
    ["a flag given twice", ["call", "get_memory", "--memory-id", "a", "--memory_id=b"], /given twice/],
    ["a word too many", ["call", "get_memory", "x"], /Unexpected argument x/],
    ["a missing argument", ["call", "search_memories", "--user-id", "alice"], /query: is required/],
    ["a wrong type", ["call", "search_memories", "--query", "x", "--user-id", "a", "--top-k", "many"], /top_k: /],
    ["JSON that is none", ["call", "add_memory", "--json", "{"], /--json must be a JSON object/],
    ["JSON that is no object", ["call", "add_memory", "--json", "[1]"], /--json must be a JSON object/],
    ["a prototype key", ["call", "get_memory", "--json", '{"memory_id":"x","__proto__":{}}'], /__proto__/],
    [
      "text in place of JSON",
      ["call", "add_memory", "--messages", "hello", "--user-id", "a"],
      /messages: must be written as JSON/,
    ],
    ["an unknown profile", ["list", "--profile", "cor"], /Unknown profile cor; did you mean core\?/],
    ["a binding of a name that objects have", ["list", "--bind", "__proto__=x"], /__proto__/],
    ["a binding without an id", ["list", "--bind", "user_id"], /--bind must be name=id/],
    ["a binding that the pack has not", ["list", "--bind", "team=x"], /bind: team/],
    ["a reporter that is none", ["list", "--reporter", "jsno"], /--reporter must be pretty or json, not jsno/],
    ["a wait that is none", ["call", "get_memory", "--memory-id", "x", "--wait-ms", "soon"], /--wait-ms/],
    ["plain http elsewhere", ["call", "get_memory", "--memory-id", "x", "--base-url", "http://example.com"], /base/i],
  ];

  it.each(wrong)("%s", async (_, argv, reason) => {
    const { code, err, out } = await command(argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(reason);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it("says which variable holds the key when there is none", async () => {
    vi.stubEnv("MEM0_API_KEY", "");
    const { code, err } = await call(["get_memory", "--memory-id", missing]);
    vi.stubEnv("MEM0_API_KEY", key);
    expect(code).toBe(2);
    expect(err).toContain("MEM0_API_KEY");
  });
});

describe("what is printed", () => {
  it("is harmless on a terminal, whatever the service answers, and never holds the key", async () => {
    const body = { id: "\u001b]0;owned\u0007\u202e", memory: `line\nbreak ${key}`, "\u001b[2J": [[], {}, null] };
    const server = createServer((request, response) => {
      response.statusCode = request.url?.includes(missing) ? 400 : 200;
      response.end(JSON.stringify(response.statusCode === 400 ? { detail: `no \u001b[31m ${key}` } : body));
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const id of [good, missing]) {
      const { err, out } = await command(["call", "get_memory", "--memory-id", id, "--base-url", url]);
      expect(out + err).toContain(id === good ? "\\u001b]0;owned" : "rejected: HTTP 400");
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
      expect(out + err).not.toContain(key);
    }
    server.close();
  });

  it("ends with 130 when the person gives up", async () => {
    const server = createServer(() => {}).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    const { code, out } = await command(["call", "get_memory", "--memory-id", good, "--base-url", url], stop);
    expect({ code, out }).toEqual({ code: 130, out: "" });
    server.closeAllConnections();
    server.close();
  });
});
