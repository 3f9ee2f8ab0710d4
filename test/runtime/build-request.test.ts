import { expect, test } from "vitest";
import type { Json, Operation } from "../../runtime/index.js";
import { fileBody } from "../../runtime/request/bodies/file-body.js";
import { formBody } from "../../runtime/request/bodies/form-body.js";
import { textBody } from "../../runtime/request/bodies/text-body.js";
import { buildFilter } from "../../runtime/request/build-filter.js";
import { buildRequest, type WireRequest } from "../../runtime/request/build-request.js";
import { allowReserved } from "../../runtime/request/styles/allow-reserved.js";
import { deepObject } from "../../runtime/request/styles/deep-object.js";
import { commaSeparated, pipeDelimited, spaceDelimited } from "../../runtime/request/styles/delimited.js";
import { jsonParameter } from "../../runtime/request/styles/json-parameter.js";

const build = (
  operation: Partial<Operation>,
  args: Record<string, unknown>,
  extra?: Record<string, Json>,
): WireRequest => buildRequest({ method: "GET", path: "/x/", ...operation }, args, extra);

const list = ["a b", "c&d"];
const map = { r: 1, g: "x,y" };

test.each<[string, NonNullable<Operation["query"]>[number], unknown, string]>([
  ["scalar", "q", "a&org=evil", "q=a%26org%3Devil"],
  ["false", "q", false, "q=false"],
  ["empty text", "q", "", "q="],
  ["null is absent", "q", null, ""],
  ["list", "q", list, "q=a%20b&q=c%26d"],
  ["empty list", "q", [], ""],
  ["list with null", "q", ["a", null, ""], "q=a&q="],
  ["list of null", "q", [null], ""],
  ["list with null, delimited", { argument: "q", style: commaSeparated }, ["a", null, "b"], "q=a,b"],
  ["list of null, delimited", { argument: "q", style: pipeDelimited }, [null], ""],
  ["object", "q", map, "r=1&g=x%2Cy"],
  ["other name", { argument: "q", name: "f[]" }, 1, "f%5B%5D=1"],
  ["form, not exploded", { argument: "q", style: commaSeparated }, list, "q=a%20b,c%26d"],
  ["form object, not exploded", { argument: "q", style: commaSeparated }, map, "q=r,1,g,x%2Cy"],
  ["spaceDelimited", { argument: "q", style: spaceDelimited }, list, "q=a%20b%20c%26d"],
  ["pipeDelimited", { argument: "q", style: pipeDelimited }, list, "q=a%20b%7Cc%26d"],
  [
    "deepObject",
    { argument: "q", style: deepObject },
    { a: 1, b: { c: [2, 3] } },
    "q%5Ba%5D=1&q%5Bb%5D%5Bc%5D%5B%5D=2&q%5Bb%5D%5Bc%5D%5B%5D=3",
  ],
  ["json", { argument: "q", style: jsonParameter }, { a: [1] }, "q=%7B%22a%22%3A%5B1%5D%7D"],
  ["json text", { argument: "q", style: jsonParameter }, "a", "q=%22a%22"],
  ["list of nothing, delimited", { argument: "q", style: commaSeparated }, [], ""],
  ["scalar, delimited", { argument: "q", style: pipeDelimited }, "a|b", "q=a%7Cb"],
  ["deepObject of a scalar", { argument: "q", style: deepObject }, 1, "q=1"],
  ["deepObject with null", { argument: "q", style: deepObject }, { a: null, b: 1 }, "q%5Bb%5D=1"],
  ["null, in another style", { argument: "q", style: jsonParameter }, null, ""],
  ["allowReserved", { argument: "q", encode: allowReserved }, "a/b:c?d&e=f#g+h", "q=a/b:c?d%26e%3Df%23g%2Bh"],
])("query: %s", (_, part, value, query) => {
  expect(build({ query: [part] }, { q: value }).path).toBe(query ? `/x/?${query}` : "/x/");
});

test("a lone surrogate in a query is refused by name", () => {
  expect(() => build({ query: ["q"] }, { q: "\ud800" })).toThrow(/^q: /);
});

test("headers and cookies", () => {
  const { headers } = build(
    { headers: ["X-Trace", { argument: "lang", name: "Accept-Language" }], cookies: ["s", "t"] },
    { "X-Trace": 7, lang: "de", s: "a;b", t: "c" },
  );
  expect(headers).toEqual({ "x-trace": "7", "accept-language": "de", cookie: "s=a%3Bb; t=c" });
});

test.each(["a\r\nX-Evil: 1", "a\nb", "a\u0000", "é", "\u2028"])("header value %j is refused by name", (value) => {
  expect(() => build({ headers: [{ argument: "trace", name: "X-Trace" }] }, { trace: value })).toThrow(/^trace: /);
});

test.each([
  "Authorization",
  "host",
  "Content-Length",
  "COOKIE",
  "Transfer-Encoding",
  "Connection",
  "Proxy-Authorization",
])("an argument cannot set %s", (name) => {
  expect(() => build({ headers: [{ argument: "h", name }] }, { h: "x" })).toThrow(/^h: /);
});

test("JSON body: wire names, null kept, absent left out", () => {
  const { body, headers } = build(
    { method: "POST", body: ["a", { argument: "b", name: "bee" }, "c", "d"] },
    { a: 1, b: [{}], c: null },
  );
  expect(body).toBe('{"a":1,"bee":[{}],"c":null}');
  expect(headers["content-type"]).toBe("application/json");
});

test("a body of which nothing is given is not sent, or is an empty object where it must be", () => {
  expect(build({ method: "POST", body: ["a"] }, {})).toEqual({ path: "/x/", headers: {}, body: undefined });
  expect(build({ method: "POST", body: ["a"], emptyBody: true }, {}).body).toBe("{}");
  expect(build({ method: "POST" }, {})).toEqual({ path: "/x/", headers: {}, body: undefined });
});

test("one argument as the whole body", () => {
  expect(build({ method: "PUT", body: { whole: "items" } }, { items: [1, 2] }).body).toBe("[1,2]");
  expect(build({ method: "PUT", body: { whole: "items" } }, {}).body).toBeUndefined();
});

test("form, text and binary bodies", () => {
  const form = build({ method: "POST", encode: formBody, body: ["a", "b"] }, { a: "x&y", b: [1, 2] });
  expect([form.body, form.headers["content-type"]]).toEqual(["a=x%26y&b=1&b=2", "application/x-www-form-urlencoded"]);
  const text = build(
    { method: "POST", encode: textBody, mediaType: "text/markdown", body: { whole: "t" } },
    { t: "# é" },
  );
  expect([text.body, text.headers["content-type"]]).toEqual(["# é", "text/markdown"]);
  const binary = build({ method: "POST", encode: fileBody, body: { whole: "t" } }, { t: { base64: "AP8B" } });
  expect([...new Uint8Array(binary.body as ArrayBuffer)]).toEqual([0, 255, 1]);
  expect(() => build({ method: "POST", encode: formBody, body: ["a"] }, { a: "\ud800" })).toThrow(/^a: /);
  expect(() => build({ method: "POST", encode: fileBody, body: { whole: "t" } }, { t: { base64: "%%%" } })).toThrow(
    /^t.base64: /,
  );
});

test("constants, fill, wrap and extra places", () => {
  const operation: Partial<Operation> = {
    method: "POST",
    path: "/{v}/x/",
    body: ["name", "id", "memories"],
    query: ["kind"],
    send: { "query:version": "v2", "body:/source": "pack", "path:v": "v9", "header:X-A": "1" },
    fill: { name: { from: "id" }, kind: { value: "all" } },
    wrap: { memories: "memory_id" },
  };
  const sent = build(operation, { id: "i", memories: ["a", "b"] }, { "query:debug": true, "body:/b~c": 1 });
  expect(sent.path).toBe("/v9/x/?kind=all&version=v2&debug=true");
  expect(JSON.parse(sent.body as string)).toEqual({
    name: "i",
    id: "i",
    memories: [{ memory_id: "a" }, { memory_id: "b" }],
    source: "pack",
    "b~c": 1,
  });
  expect(sent.headers["x-a"]).toBe("1");
  expect(JSON.parse(build(operation, { name: "n", id: "i" }).body as string).name).toBe("n");
});

test("a constant is sent once, in the style of the part that names its place", () => {
  const operation: Partial<Operation> = {
    query: ["q", { argument: "query:ids", name: "ids", style: commaSeparated }],
    send: { "query:ids": ["a", "b"], "query:/x": 1, "query:a:b": 2 },
  };
  expect(build(operation, { q: "c" }).path).toBe("/x/?q=c&ids=a,b&%2Fx=1&a%3Ab=2");
  // A program may replace it, or give one for a place that has none.
  expect(build(operation, {}, { "query:ids": ["d", "e"] }).path).toBe("/x/?ids=d,e&%2Fx=1&a%3Ab=2");
  expect(build({ query: operation.query ?? [] }, {}, { "query:ids": ["d", "e"] }).path).toBe("/x/?ids=d,e");
  expect(build({ query: operation.query ?? [] }, {}).path).toBe("/x/");
});

test("a constant can be the whole body", () => {
  const operation: Partial<Operation> = { method: "PUT", body: { whole: "body:" }, send: { "body:": [1, 2] } };
  expect(build(operation, {}).body).toBe("[1,2]");
});

test("the query of a template comes before that of the arguments", () => {
  const operation: Partial<Operation> = { path: "/x?kind=a&from={b}..{c}", query: ["q"] };
  expect(build(operation, { b: "1/2", c: 3, q: "d" }).path).toBe("/x?kind=a&from=1%2F2..3&q=d");
  expect(build({ path: "/x?flag" }, {}).path).toBe("/x?flag");
});

test("inherited names are not arguments, and a property may be called __proto__", () => {
  expect(build({ method: "POST", body: ["constructor", "toString"] }, {}).body).toBeUndefined();
  expect(build({ query: ["constructor", "toString"] }, {}).path).toBe("/x/");
  expect(build({ method: "POST", body: ["__proto__"] }, JSON.parse('{"__proto__":{"polluted":1}}')).body).toBe(
    '{"__proto__":{"polluted":1}}',
  );
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

const filters = {
  build: buildFilter,
  at: "filters",
  ids: ["user_id", "agent_id"],
  clauses: ["metadata"],
  raw: "filters",
} as const;
test.each<[string, "bare" | "and", Record<string, unknown>, unknown]>([
  ["one id", "bare", { user_id: "a" }, { user_id: "a" }],
  ["one id, inside AND", "and", { user_id: "a" }, { AND: [{ user_id: "a" }] }],
  ["two ids", "bare", { user_id: "a", agent_id: "b" }, { AND: [{ user_id: "a" }, { agent_id: "b" }] }],
  ["id and clause", "bare", { user_id: "a", metadata: { k: 1 } }, { AND: [{ user_id: "a" }, { metadata: { k: 1 } }] }],
  ["whole filter", "bare", { filters: { OR: [{ user_id: "a" }] } }, { OR: [{ user_id: "a" }] }],
  ["whole filter that has a combinator", "and", { filters: { OR: [{ user_id: "a" }] } }, { OR: [{ user_id: "a" }] }],
  ["flat filter where AND is wanted", "and", { filters: { user_id: "a" } }, { AND: [{ user_id: "a" }] }],
  ["id and whole filter", "bare", { user_id: "a", filters: { OR: [] } }, { AND: [{ user_id: "a" }, { OR: [] }] }],
  ["nothing", "and", {}, undefined],
])("filter: %s", (_, single, args, expected) => {
  const { body } = build({ method: "POST", body: ["q"], filters: { ...filters, single } }, args);
  expect(JSON.parse(body as string).filters).toEqual(expected);
});

test("a filter in the query is JSON", () => {
  const { path, body } = build(
    { filters: { ...filters, at: "query:filters", style: jsonParameter, single: "bare" } },
    { user_id: "a" },
  );
  expect([path, body]).toEqual(["/x/?filters=%7B%22user_id%22%3A%22a%22%7D", undefined]);
});
