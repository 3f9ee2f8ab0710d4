import { expect, test } from "vitest";
import { createToolpack, type JsonSchema, type Operation, paginate } from "../../runtime/index.js";
import { copyArguments } from "../../runtime/pack/copy-arguments.js";
import { readIntegers } from "../../runtime/pack/read-integers.js";
import { sendOwned } from "../../runtime/pack/send-owned.js";
import { waitForEvent } from "../../runtime/pack/wait-for-event.js";
import { addStyled } from "../../runtime/request/add-styled.js";
import { exactJson, printJson } from "../../runtime/request/bodies/exact-json.js";
import { formBody } from "../../runtime/request/bodies/form-body.js";
import { multipartBody } from "../../runtime/request/bodies/multipart-body.js";
import { buildRequest } from "../../runtime/request/build-request.js";
import { allowReserved } from "../../runtime/request/styles/allow-reserved.js";
import { cookiePairs } from "../../runtime/request/styles/cookies.js";
import { exactText } from "../../runtime/request/styles/exact-text.js";
import { jsonParameter } from "../../runtime/request/styles/json-parameter.js";
import { simple } from "../../runtime/request/styles/simple.js";
import { type Answer, caught, definition, stub, tool } from "./fixtures.js";

const id = "653247040368672769";
const integer = { type: "integer" };
const object = (properties: Record<string, JsonSchema>, more: JsonSchema = {}): JsonSchema => ({
  type: "object",
  properties,
  ...more,
});

test.each<[string, JsonSchema, unknown, unknown]>([
  ["digits", integer, id, BigInt(id)],
  ["negative digits", integer, `-${id}`, -BigInt(id)],
  ["digits that a number holds", integer, "12", 12],
  ["a number", integer, 12, 12],
  ["nothing", { type: ["integer", "null"] }, null, null],
  ["digits that may be null", { type: ["integer", "null"] }, id, BigInt(id)],
  ["digits where text is meant", { type: "string" }, id, id],
  ["digits where text is allowed", { anyOf: [integer, { type: "string" }] }, id, id],
  ["digits in one of two forms", { anyOf: [integer, { type: "null" }] }, id, BigInt(id)],
  ["no digits", integer, "12.5", "12.5"],
  ["digits of what is always a small number", { type: "integer", maximum: 100 }, "12", "12"],
  ["what is not expected", { type: "boolean" }, id, id],
  ["a large number where no integer is meant", { type: "number" }, 1e21, 1e21],
  ["a list", { type: "array", items: integer }, [id, 1], [BigInt(id), 1]],
  [
    "the first of a list",
    { type: "array", prefixItems: [integer], items: { type: "string" } },
    [id, id],
    [BigInt(id), id],
  ],
  ["a map", { type: "object", additionalProperties: integer }, { a: id }, { a: BigInt(id) }],
  ["a part", { allOf: [object({ a: integer }), object({ b: integer })] }, { a: id, b: "1" }, { a: BigInt(id), b: 1 }],
])("reads %s", (_, schema, given, read) => {
  expect(readIntegers({ a: given }, object({ a: schema }))).toEqual({ a: read });
});

test("reads through references, also those that recur", () => {
  const node = object({ id: integer, children: { type: "array", items: { $ref: "#/$defs/Node" } } });
  const schema = object({ root: { $ref: "#/$defs/Node" } }, { $defs: { Node: node, Loop: { $ref: "#/$defs/Loop" } } });
  const given = { root: { id, children: [{ id, children: [] }] } };
  const read = { root: { id: BigInt(id), children: [{ id: BigInt(id), children: [] }] } };
  expect(readIntegers(given, schema)).toEqual(read);
  expect(readIntegers({ root: id }, { ...schema, properties: { root: { $ref: "#/$defs/Loop" } } })).toEqual({
    root: id,
  });
});

test.each([
  [{ minimum: 1e18 }, "999999999999999999", false],
  [{ minimum: 1e18 }, "1000000000000000000", true],
  [{ maximum: 1e18 }, "1000000000000000001", false],
  [{ maximum: 1e18 }, "1000000000000000000", true],
  [{ exclusiveMaximum: 1e18 }, "1000000000000000000", false],
  [{ exclusiveMinimum: 1e18 }, "1000000000000000000", false],
])("limits are exact: %j and %s", (limits, digits, fits) => {
  const read = () =>
    readIntegers({ a: { b: [digits] } }, object({ a: object({ b: { items: { ...integer, ...limits } } }) }));
  if (fits) expect(read()).toEqual({ a: { b: [BigInt(digits)] } });
  else expect(read).toThrow("a.b[0]: is outside the limits");
});

const schema = object({ id: integer, query: { type: "string" } }, { required: ["id"], additionalProperties: false });
const large = { inputSchema: schema, readIntegers };

function open(answer: Answer, operation: Parameters<typeof tool>[1]) {
  const { fetch, sent } = stub(answer);
  const tools = [tool("get", operation, large), tool("plain", operation, { inputSchema: schema })];
  return { sent, pack: createToolpack({ definition, tools, profiles: {} }, { apiKey: "k", fetch }) };
}

test("an id from an answer is sent with all its digits, wherever it stands", async () => {
  const { pack, sent } = open(() => new Response(`{"id":${id}}`), {
    method: "POST",
    path: "/notes/{id}",
    query: ["id", { argument: "id", name: "json", style: jsonParameter }],
    headers: ["id"],
    cookies: ["id"],
    body: ["id"],
    encode: exactJson,
  });
  const { data } = await pack.call<{ id: unknown }>("get", { id: 1 });
  await pack.call("get", { id: data.id });
  await pack.call("get", { id: BigInt(id) });
  for (const request of sent.slice(1)) {
    expect([request.url, request.headers["id"], request.headers["cookie"], request.body]).toEqual([
      `https://api.notes.example/notes/${id}?id=${id}&json=${id}`,
      id,
      `id=${id}`,
      `{"id":${id}}`,
    ]);
  }
});

test.each<[string, Partial<Operation>, string]>([
  ["the query", { query: [{ argument: "list", encode: exactText }] }, `{"id":${id}}`],
  ["the query, unencoded", { query: [{ argument: "list", encode: allowReserved }] }, `{"id":${id}}`],
  ["a header", { headers: [{ argument: "list", style: simple, add: addStyled }] }, `{"id":${id}}`],
  ["a cookie", { cookies: [{ argument: "list", style: cookiePairs, add: addStyled }] }, `{"id":${id}}`],
  ["a form", { method: "POST", body: ["list"], encode: formBody }, `{"id":${id}}`],
  ["parts", { method: "POST", body: ["list"], encode: multipartBody }, `{"id":${id}}`],
  [
    "parts that are JSON",
    { method: "POST", body: ["list"], encode: multipartBody, parts: { list: { mediaType: "application/json" } } },
    `{"id":${id}}`,
  ],
])("an object in a list has all the digits of its integers in %s", (_, operation, expected) => {
  const request = buildRequest({ method: "GET", path: "/", ...operation }, { list: [{ id: BigInt(id) }] });
  const body = typeof request.body === "string" ? request.body : new TextDecoder().decode(request.body);
  const sent = [request.path, ...Object.values(request.headers), body].join("\n");
  expect(decodeURIComponent(sent)).toContain(expected);
});

test("where any value may stand, digits stay text and a rounded integer is refused", () => {
  const open = object({ id: integer, any: {}, map: { type: "object" }, number: { type: "number" } });
  const given = { any: id, map: { id, list: [1.5, 2] }, number: 1e21 };
  expect(readIntegers(given, open)).toEqual(given);
  for (const [args, field] of [
    [{ any: Number(id) }, "any"],
    [{ map: { list: [{ id: Number(id) }] } }, "map.list[0].id"],
  ] as const)
    expect(() => readIntegers(args, open)).toThrow(`${field}: is too large to be exact as a number`);
});

test("files stay what they are", () => {
  const file = new Blob(["x"]);
  expect(readIntegers({ file, more: [file] }, object({ id: integer, file: {}, more: {} }))).toEqual({
    file,
    more: [file],
  });
});

test("a tool without large integers refuses one that was rounded, wherever any value may stand", () => {
  const given = { any: id, list: [1.5, 2, null], double: 1.5, big: BigInt(id) };
  expect(copyArguments(given, true)).toEqual({ ...given, big: id });
  for (const [args, field] of [
    [{ any: Number(id) }, "any"],
    [{ any: { list: [0, { id: -Number(id) }] } }, "any.list[1].id"],
  ] as const)
    expect(() => copyArguments(args, true)).toThrow(`${field}: is too large to be exact as a number`);
});

test("an integer that was rounded before it came is not sent, and the error says what to do", async () => {
  const { pack, sent } = open(new Response("{}"), { path: "/notes/{id}" });
  const error = await caught(pack.call("get", { id: Number(id) }));
  expect([error.code, error.field, error.message, sent.length]).toEqual([
    "invalid_argument",
    "id",
    "id: is too large to be exact as a number: pass its digits as text",
    0,
  ]);
  expect(pack.check("get", { id: Number(id) })?.code).toBe("invalid_argument");
});

test("code may pass a small bigint to any tool", async () => {
  const { pack, sent } = open(new Response("{}"), { method: "POST", path: "/notes/{id}", body: ["id"] });
  await pack.call("plain", { id: 5n });
  expect([sent[0]?.url, sent[0]?.body]).toEqual(["https://api.notes.example/notes/5", '{"id":5}']);
});

test("JSON is printed as JSON.stringify prints it, bigint aside", () => {
  const value = { a: [1, "b", null, { "": true }], "\u2028": "\ud800", date: new Date(0), none: undefined };
  expect(printJson(value)).toBe(JSON.stringify(value));
  expect(printJson({ a: [12n], b: `"${id}"` })).toBe(`{"a":[12],"b":"\\"${id}\\""}`);
});

test("bindings, events and pages work with such ids", async () => {
  const read = { method: "GET", path: "/notes/{id}" } as const;
  const owned = { kind: "ownership", send: sendOwned, read, argument: "id", ids: { user_id: "/owner" } } as const;
  const event = {
    id: "/event",
    tool: "state",
    wait: waitForEvent,
    poll: { method: "GET", path: "/events/{event}" },
    argument: "event",
    status: "/status",
    pending: ["PENDING"],
    failed: [],
  } as const;
  const pages = { page: "page", items: "/items", next: "/next" };
  const { fetch, sent } = stub(({ url }) => {
    if (url.includes("/events/")) return new Response('{"status":"DONE"}');
    return new Response(`{"owner":${id},"event":${id},"status":"PENDING","items":[${id}],"next":null}`);
  });
  const tools = [
    tool("get", read, { bind: owned, inputSchema: schema }),
    tool("start", { method: "POST", path: "/start" }, { event }),
    tool("list", { path: "/list", query: ["page"] }, { pages }),
  ];
  const pack = createToolpack({ definition, tools, profiles: {} }, { apiKey: "k", fetch });
  expect((await pack.with({ user_id: id }).call("get", { id: "1" })).data).toMatchObject({ owner: id });
  expect((await pack.call("start", {}, { waitMs: 5000 })).event).toEqual({ status: "DONE" });
  expect(sent.at(-1)?.url).toBe(`https://api.notes.example/events/${id}`);
  const items: unknown[] = [];
  for await (const item of paginate(pack, "list")) items.push(item);
  expect(items).toEqual([id]);
});

test("a small id that the service sends as a number binds too", async () => {
  const read = { method: "GET", path: "/notes/{id}" } as const;
  const owned = { kind: "ownership", send: sendOwned, read, argument: "id", ids: { user_id: "/owner" } } as const;
  const { fetch } = stub(new Response('{"owner":12}'));
  const tools = [tool("get", {}, { operation: read, bind: owned, inputSchema: schema } as never)];
  const pack = createToolpack({ definition, tools, profiles: {} }, { apiKey: "k", fetch });
  expect((await pack.with({ user_id: "12" }).call("get", { id: "1" })).data).toEqual({ owner: 12 });
  expect((await caught(pack.with({ user_id: "13" }).call("get", { id: "1" }))).code).toBe("not_found");
});
