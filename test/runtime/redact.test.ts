import { expect, test } from "vitest";
import type { CallRecord } from "../../runtime/index.js";
import { createToolpack } from "../../runtime/pack/create-toolpack.js";
import { canary, definition, stub, tool } from "./fixtures.js";

const type = { "content-type": "application/json" };

/** What a call returns, and what its record holds, where the service sends this text. */
async function call(apiKey: string, text: string): Promise<{ data: unknown; recorded: unknown }> {
  const records: CallRecord[] = [];
  const pack = createToolpack(
    { definition, tools: [tool("read", {})], profiles: {} },
    {
      apiKey,
      fetch: stub(new Response(text, { headers: type })).fetch,
      onCall: (record) => records.push(record),
      capture: { arguments: true, results: true },
    },
  );
  const { data } = await pack.call("read", { on: "a con", a: 1 });
  const end = records.find(({ kind }) => kind === "end");
  return { data, recorded: end?.kind === "end" ? end.result : undefined };
}

test.each(["a", "on", "true", "12", "null", "name", "0", "[", '"', "secret"])(
  "a key as short and common as %j leaves the data as it is",
  async (key) => {
    const value = {
      name: "last con man at a sea",
      on: true,
      a: [12, 0, null, "secrets"],
      12: { secret: { true: "la" } },
    };
    const { data, recorded } = await call(key, JSON.stringify(value));
    expect(data).toEqual(value);
    expect(recorded).toEqual(value);
  },
);

test("a short key by itself is a key", async () => {
  expect((await call("on", '{"on":["on","so on"]}')).data).toEqual({ on: ["[redacted]", "so on"] });
});

test.each([
  canary,
  canary.replaceAll("/", "\\/"),
  [...canary].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
  encodeURIComponent(canary),
])("a key is found as the service writes it: %s", async (written) => {
  const text = `{"a":"x${written}x","b":["${written}"],"${written}":{"id":1},"n":12}`;
  const { data, recorded } = await call(canary, text);
  const clean = { a: "x[redacted]x", b: ["[redacted]"], "[redacted]": { id: 1 }, n: 12 };
  expect(data).toEqual(clean);
  expect(recorded).toEqual(clean);
});

test("a key inside JSON that is itself a text is found", async () => {
  const inner = JSON.stringify({ token: canary }).replaceAll("/", "\\/");
  expect((await call(canary, JSON.stringify({ inner }))).data).toEqual({ inner: '{"token":"[redacted]"}' });
});

test("a key of digits does not touch numbers, nor one that looks like JSON its structure", async () => {
  expect((await call("1234567890", '{"a":1234567890,"b":"at 1234567890"}')).data).toEqual({
    a: 1_234_567_890,
    b: "at [redacted]",
  });
  expect((await call('":[{"a":1', '{"x":[{"a":1}]}')).data).toEqual({ x: [{ a: 1 }] });
});

test("an answer nested deeper than the stack is cleaned too", async () => {
  const deep = 200_000;
  const { fetch } = stub(new Response(`${"[".repeat(deep)}"${canary}"${"]".repeat(deep)}`, { headers: type }));
  const { HttpClient } = await import("../../runtime/index.js");
  let value = await new HttpClient(definition, { apiKey: canary, fetch }).request(
    { method: "GET", path: "/" } as never,
    {} as never,
  );
  for (let depth = 0; depth < deep; depth++) value = (value as unknown as never[])[0] as never;
  expect(value).toBe("[redacted]");
});
