import { expect, test, vi } from "vitest";
import { collectStream } from "../../runtime/http/streams/collect-stream.js";
import { iterateStream } from "../../runtime/http/streams/iterate-stream.js";
import { type ClientOptions, HttpClient, type Operation } from "../../runtime/index.js";
import { createToolpack } from "../../runtime/pack/create-toolpack.js";
import { cpuTime } from "../helpers/cpu-time.js";
import { type Answer, canary, caught, definition, stub, tool } from "./fixtures.js";

const events = "text/event-stream";
const operation: Operation<Record<string, never>, readonly unknown[]> = {
  method: "POST",
  path: "/v1/ask/",
  accept: events,
  read: collectStream,
};

/** A response that arrives in these pieces, and then ends, breaks off or goes on for ever. */
function pieces(
  parts: Iterable<string | Uint8Array>,
  type: string = events,
  end: "close" | "break" | "hang" = "close",
  cancelled: () => void = () => {},
): Response {
  const list = parts[Symbol.iterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    pull(controller) {
      const { done, value } = list.next();
      if (!done) controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
      else if (end === "close") controller.close();
      else if (end === "break") controller.error(new TypeError("terminated"));
      else return new Promise<void>(() => {});
      return;
    },
    cancel: cancelled,
  });
  return new Response(body, { headers: { "content-type": type } });
}

/** What a tool returns for a stream. */
async function collect(answer: Answer, options: ClientOptions = {}) {
  const { fetch, sent } = stub(answer);
  const tools = [tool("ask", operation as Partial<Operation>, { effect: "write" })];
  const pack = createToolpack({ definition, tools, profiles: {} }, { apiKey: canary, fetch, ...options });
  return { ...(await pack.call("ask", {}, { maxTokens: Number.POSITIVE_INFINITY })), requests: sent.length };
}

/** What the typed client yields, an item at a time. */
function iterate(answer: Answer, signal?: AbortSignal): AsyncIterable<unknown> {
  const http = new HttpClient(definition, { apiKey: canary, fetch: stub(answer).fetch, retry: { max: 0 } });
  return iterateStream(http, operation, {}, signal && { signal });
}

async function listAll(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const list: unknown[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const story = [
  ": a comment\n",
  'event: add\nid: 7\ndata: {"id":653247040368672769}\n\n',
  "data: first\ndata:second\nretry: 10\nunknown: x\n\n",
  "event: empty\n\n",
  "data\n\n",
  "data: [DONE]",
];
const told = [
  { data: { id: "653247040368672769" }, event: "add", id: "7" },
  { data: "first\nsecond", id: "7" },
  { data: "", id: "7" },
  { data: "[DONE]", id: "7" },
];

test.each([
  ["whole", [story.join("")]],
  ["in lines", story],
  ["in single characters", [...story.join("")]],
  ["with other line breaks", [...story.join("").replaceAll("\n", "\r\n")]],
  ["with old line breaks", [...story.join("").replaceAll("\n", "\r")]],
])("server-sent events, %s", async (_, parts) => {
  const { data, note } = await collect(() => pieces(parts));
  expect([data, note]).toEqual([told, undefined]);
  expect(await listAll(iterate(() => pieces(parts)))).toEqual(told);
});

test("a character that two pieces share stays whole", async () => {
  const bytes = new TextEncoder().encode("data: 💥\n\n");
  expect((await collect(() => pieces([...bytes].map((byte) => Uint8Array.of(byte))))).data).toEqual([{ data: "💥" }]);
});

test.each([
  ["application/x-ndjson", '{"a":1}\n\n{"a":653247040368672769}\r\nplain\n3'],
  ["application/jsonl; charset=utf-8", '{"a":1}\n{"a":653247040368672769}\nplain\n3\n'],
  ["application/json-seq", '\u001e{"a":\n1}\n\u001e{"a":653247040368672769}\n\u001eplain\n\u001e3\n'],
])("%s", async (type, text) => {
  const list = [{ a: 1 }, { a: "653247040368672769" }, "plain", 3];
  expect((await collect(() => pieces(text, type))).data).toEqual(list);
});

test("what is no stream is what it is, for a tool and for code", async () => {
  const plain = (): Response => new Response('{"a":1}', { headers: { "content-type": "application/json" } });
  expect((await collect(plain)).data).toEqual({ a: 1 });
  expect(await listAll(iterate(plain))).toEqual([{ a: 1 }]);
  expect(await listAll(iterate(() => new Response(null, { status: 204 })))).toEqual([]);
});

test("an endless stream is collected up to a number of items", async () => {
  function* forever(): Generator<string> {
    for (let count = 0; ; count++) yield `data: ${count}\n\n`;
  }
  const { data, note, requests } = await collect(() => pieces(forever()));
  expect([(data as unknown[]).length, requests]).toEqual([1000, 1]);
  expect(note).toMatch(/item 1000: more than 1000 items/);
});

test("a stream is collected up to a size", async () => {
  const large = Array.from({ length: 100 }, () => `data: ${"x".repeat(1000)}\n\n`);
  const { data, note } = await collect(() => pieces(large), { maxBytes: 10_000 });
  expect([(data as unknown[]).length < 12, note?.includes("10000 bytes")]).toEqual([true, true]);
});

test("what arrived before the connection broke is kept, and the note says so", async () => {
  const { data, note, requests } = await collect(() => pieces(["data: 1\n\ndata: 2\n\n"], events, "break"));
  expect([data, requests]).toEqual([[{ data: 1 }, { data: 2 }], 1]);
  expect(note).toMatch(/item 2: it broke off/);
});

test("what arrived before the time was up is kept", async () => {
  // As fetch does it: the body ends with the signal.
  const fetch: NonNullable<ClientOptions["fetch"]> = async (_, { signal }) => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode("data: 1\n\n"));
        signal.addEventListener("abort", () => controller.error(new DOMException("aborted", "AbortError")));
      },
    });
    return new Response(body, { headers: { "content-type": events } });
  };
  const { data, note } = await collect(() => new Response(), { fetch, timeoutMs: 40 });
  expect([data, note?.includes("time was up")]).toEqual([[{ data: 1 }], true]);
});

test("a stream that breaks before its first item is told as any response that is lost", async () => {
  const { data, note, requests } = await collect(() => pieces([": hello\n"], events, "break"));
  expect([data, requests]).toEqual([null, 1]);
  expect(note).toMatch(/^The call succeeded/);
});

test("items are there before the stream ends; leaving the loop or aborting closes it", async () => {
  const cancelled = vi.fn();
  const hanging = (): Response => pieces(["data: 1\n\n", "data: 2\n\n"], events, "hang", cancelled);
  const fetch = async (): Promise<Response> => hanging();
  const http = new HttpClient(definition, { apiKey: canary, fetch });
  for await (const item of iterateStream(http, operation, {})) {
    expect(item).toEqual({ data: 1 });
    break;
  }
  expect(cancelled).toHaveBeenCalledTimes(1);

  const controller = new AbortController();
  const seen: unknown[] = [];
  const run = (async () => {
    for await (const item of iterateStream(http, operation, {}, { signal: controller.signal })) {
      seen.push(item);
      if (seen.length === 2) setTimeout(() => controller.abort(), 5);
    }
  })();
  expect((await caught(run)).code).toBe("cancelled");
  expect([seen, cancelled.mock.calls.length]).toEqual([[{ data: 1 }, { data: 2 }], 2]);
});

test("an iterated stream that breaks off or is refused is an error of ours", async () => {
  const error = await caught(listAll(iterate(() => pieces(["data: 1\n\n"], events, "break"))));
  expect([error.code, error.message]).toEqual(["network", "The stream broke off"]);
  const refused = await caught(listAll(iterate(() => new Response('{"error":"no"}', { status: 403 }))));
  expect([refused.code, refused.message]).toEqual(["forbidden", "HTTP 403: no"]);
});

test("no item contains the key", async () => {
  const echo = [`data: {"a":"${canary}"}\n\n`, `data: ${canary}\n\n`];
  const clean = [{ data: { a: "[redacted]" } }, { data: "[redacted]" }];
  expect((await collect(() => pieces(echo))).data).toEqual(clean);
  expect(await listAll(iterate(() => pieces(echo)))).toEqual(clean);
});

test("a line of a megabyte in small pieces takes linear time", async () => {
  const parts = Array.from({ length: 100_000 }, () => "0123456789");
  const spent = await cpuTime(async () => void (await collect(() => pieces(["data: ", ...parts, "\n\n"]))));
  expect(spent).toBeLessThan(5000);
});
