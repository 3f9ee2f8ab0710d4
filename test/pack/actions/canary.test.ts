import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CallRecord, ToolpackOptions } from "../../../generated/mem0/index.js";
import { type Sandbox, SEED, startSandbox } from "../../../packages/sandbox/src/index.js";
import type { SpanLike, TracerLike } from "../../../runtime/index.js";
import { canary, caught } from "../../runtime/fixtures.js";
import { openPack } from "./open-pack.js";

/** Everything that a host or a model is shown of a run. */
class Watcher {
  readonly shown: unknown[] = [];
  readonly records: CallRecord[] = [];
  readonly spans: string[] = [];

  readonly options: ToolpackOptions = {
    capture: { arguments: true, results: true },
    onCall: (record) => {
      this.records.push(record);
      this.shown.push(record);
    },
    tracer: this.#tracer(),
    retry: { max: 1, baseMs: 1 },
  };

  #tracer(): TracerLike {
    return {
      startActiveSpan: (name, options, run) => {
        this.spans.push(name);
        this.shown.push(name, options);
        const span: SpanLike = {
          setAttribute: (key, value) => {
            this.shown.push([key, value]);
            return span;
          },
          setStatus: (status) => this.shown.push(status),
          end: () => {},
        };
        return run(span);
      },
    };
  }

  /** All of it as text, in the forms that a key may be written in. */
  text(): string {
    return this.shown.map((each) => `${inspect(each, { depth: 12, showHidden: true })}\n${write(each)}`).join("\n");
  }

  /** Names what shows the key, without all the rest. */
  expectClean(): void {
    const lines = this.text().split("\n");
    expect(lines.filter((line) => forms.some((form) => line.includes(form)))).toEqual([]);
  }
}

/** How a key may be written. */
const forms = [canary, encodeURIComponent(canary), Buffer.from(canary).toString("base64")];

function write(value: unknown): string {
  const stack = value instanceof Error ? `${value.message} ${value.stack}` : "";
  return `${JSON.stringify(value)} ${stack}`;
}

describe("the key", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ seed: true, apiKey: canary });
  });
  afterAll(() => sandbox.close());

  it("stands in no result, record or span, not even where the service says it back", async () => {
    const watcher = new Watcher();
    const { pack, seen } = openPack(sandbox, watcher.options);
    const content = `My key is ${canary}, or ${encodeURIComponent(canary)} in an address.`;
    await pack.call("check_api_key", {});
    const results = [
      await pack.call("add_memory", { messages: [{ role: "user", content }], user_id: "alice", infer: false }),
      await pack.call("search_memories", { query: canary, user_id: "alice" }),
      await pack.call("list_memories", { user_id: "alice" }),
    ];
    expect(JSON.stringify(seen)).toContain(canary);
    expect(JSON.stringify(results)).toContain("My key is [redacted], or [redacted] in an address.");
    watcher.shown.push(...results);
    watcher.expectClean();
    const text = watcher.text();
    expect(text).toContain("gen_ai.tool.call.arguments");
    expect(text).toContain("gen_ai.tool.call.result");
    expect(watcher.records.map(({ kind }) => kind)).toEqual(Array(4).fill(["start", "end"]).flat());
    expect(watcher.spans).toHaveLength(4);
  });

  it.each([
    ["a string", canary],
    ["a function", () => canary],
  ])("stands in no record or span of the first call, given as %s", async (_, apiKey) => {
    const watcher = new Watcher();
    const { pack } = openPack(sandbox, { ...watcher.options, apiKey });
    await pack.call("search_memories", { query: canary, user_id: "alice" });
    watcher.expectClean();
  });

  it.each([
    ["an argument", "get_memory", { [canary]: 1 }],
    ["a nested argument", "add_memory", { messages: [{ [canary]: 1 }], user_id: "alice" }],
    ["a clause", "list_memories_with_filters", { filters: { AND: [{ user_id: "alice" }, { [canary]: 1 }] } }],
  ])("stands in nothing although %s is called like it", async (_, name, args) => {
    const watcher = new Watcher();
    const { pack } = openPack(sandbox, watcher.options);
    await pack.call("check_api_key", {});
    watcher.shown.push(await caught(pack.call(name, args)));
    watcher.expectClean();
  });

  it("stands in nothing although a tool is called like it", async () => {
    const watcher = new Watcher();
    const { pack } = openPack(sandbox, watcher.options);
    await pack.call("check_api_key", {});
    watcher.shown.push(await caught(pack.call(canary, {})));
    watcher.expectClean();
  });

  it("stands in no error of any kind", async () => {
    const watcher = new Watcher();
    const { pack } = openPack(sandbox, watcher.options);
    const closed = await startSandbox();
    await closed.close();
    const elsewhere = (options: ToolpackOptions) => openPack(sandbox, { ...watcher.options, ...options }).pack;
    const failing = await startSandbox({ apiKey: canary, failEvery: 1 });
    const limited = await startSandbox({ apiKey: canary, rateLimit: 1 });
    const slow = await startSandbox({ apiKey: canary, latencyMs: 60_000 });
    const other = await startSandbox();
    const one = { memory_id: SEED.memories[0] };
    const read = (baseUrl: string) => elsewhere({ baseUrl }).call("get_memory", one);
    await read(limited.url).catch(() => {});
    await pack.call("check_api_key", {});
    try {
      const errors = [
        await caught(pack.call("get_memory", { memory_id: canary })),
        await caught(pack.call("get_entity", { entity_type: "user", entity_id: canary })),
        await caught(pack.call("get_webhook", {})),
        await caught(pack.call("update_webhook", { webhook_id: SEED.foreignWebhook, name: canary })),
        await caught(read(closed.url)),
        await caught(read(failing.url)),
        await caught(read(limited.url)),
        await caught(read(other.url)),
        await caught(elsewhere({ baseUrl: slow.url, timeoutMs: 20, retry: { max: 0 } }).call("get_memory", one)),
        await caught(elsewhere({ maxBytes: 10 }).call("get_memory", one)),
        await caught(pack.call("get_memory", one, { signal: AbortSignal.abort(new Error(canary)) })),
      ];
      expect(errors.map(({ code }) => code)).toEqual([
        "invalid_argument",
        "not_found",
        "unknown_tool",
        "forbidden",
        "network",
        "server_error",
        "rate_limited",
        "unauthorized",
        "timeout",
        "bad_response",
        "cancelled",
      ]);
      watcher.shown.push(...errors);
      watcher.expectClean();
    } finally {
      await Promise.all([failing, limited, slow, other].map((each) => each.close()));
    }
  });
});
