import { expect, test } from "vitest";
import { redact } from "../../runtime/http/redact.js";
import { rememberKeys } from "../../runtime/http/remember-keys.js";
import type { CallRecord } from "../../runtime/index.js";
import { createToolpack } from "../../runtime/pack/create-toolpack.js";
import { cpuTime } from "../helpers/cpu-time.js";
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

const marked = "abc/DEF+9=='q\"&";
const twice = JSON.stringify({ q: JSON.stringify({ u: marked }) });
test.each([
  [encodeURIComponent(marked), "[redacted]"],
  [encodeURIComponent(marked).toLowerCase(), "[redacted]"],
  [encodeURIComponent(encodeURIComponent(marked)), "[redacted]"],
  [marked.replaceAll("'", "%27").replaceAll('"', "%22"), "[redacted]"],
  [JSON.stringify(marked).replace("+", "\\u002B"), '"[redacted]"'],
  [JSON.stringify(marked).replace("+", "\\u002b").replaceAll("/", "\\/"), '"[redacted]"'],
  [twice, twice.replace(/abc.*&/, "[redacted]")],
  [twice.replace("+", String.raw`\\\u002b`), twice.replace(/abc.*&/, "[redacted]")],
  [marked.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("'", "&#39;"), "[redacted]"],
  [marked.replaceAll("&", "&amp;amp;").replaceAll('"', "&#x22;").replaceAll("/", "&#47;"), "[redacted]"],
])("a key with marks in a text is found as %s", async (written, clean) => {
  expect((await call(marked, JSON.stringify({ a: written, [`x${written}`]: 1 }))).data).toEqual({
    a: clean,
    [`x${clean}`]: 1,
  });
});

test("a password of any language is found", async () => {
  const clean = { a: "x[redacted]", b: "[redacted]" };
  const client = rememberKeys();
  const text = { a: "xgrün😀heit", b: encodeURIComponent("grün😀heit").toLowerCase() };
  expect(redact(text, [client.add("grün😀heit")])).toEqual(clean);
});

test.each([
  ["backslashes", "\\"],
  ["percent signs", "%25"],
  ["entities", "&amp;"],
  ["what the key begins with", "abc/"],
])("a megabyte of %s is searched in linear time", async (_, unit) => {
  const pattern = rememberKeys().add('/abc/\\"abc=&%9');
  const text = unit.repeat(1_000_000 / unit.length);
  expect(await cpuTime(async () => void redact([text, `abc${text}`], [pattern]))).toBeLessThan(2000);
});

test("a key inside JSON that is itself a text is found", async () => {
  const inner = JSON.stringify({ token: canary }).replaceAll("/", "\\/");
  expect((await call(canary, JSON.stringify({ inner }))).data).toEqual({ inner: '{"token":"[redacted]"}' });
});

test("a key of digits is found as a number, but not in another; one that looks like JSON leaves its structure", async () => {
  expect(
    (await call("1234567890", '{"a":1234567890,"b":"at 1234567890","c":[91234567890,1234567890.5]}')).data,
  ).toEqual({
    a: "[redacted]",
    b: "at [redacted]",
    c: [91_234_567_890, 1_234_567_890.5],
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
