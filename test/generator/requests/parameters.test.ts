import { describe, expect, test } from "vitest";
import { buildRequest } from "../../../runtime/request/build-request.js";
import { actionOf, modelOf } from "../../helpers/model-text.js";
import { requestOf, runtimeOperation, specOf } from "../../helpers/request-of.js";

// One value of each kind, as the tables of the specification have them: text, a list, an object.
const text = "teal";
const list = ["teal", "ink", "a b"];
const object = { hue: 180, tone: "a b" };
const types = {
  text: "{ type: string }",
  list: "{ type: array, items: { type: string } }",
  object: "{ type: object, properties: { hue: { type: integer }, tone: { type: string } } }",
} as const;
const values = { text, list, object };

type Row = readonly [style: string, explode: boolean, text: string, list: string, object: string];

const path: readonly Row[] = [
  ["simple", false, "teal", "teal,ink,a%20b", "hue,180,tone,a%20b"],
  ["simple", true, "teal", "teal,ink,a%20b", "hue=180,tone=a%20b"],
  ["label", false, ".teal", ".teal,ink,a%20b", ".hue,180,tone,a%20b"],
  ["label", true, ".teal", ".teal.ink.a%20b", ".hue=180.tone=a%20b"],
  ["matrix", false, ";c=teal", ";c=teal,ink,a%20b", ";c=hue,180,tone,a%20b"],
  ["matrix", true, ";c=teal", ";c=teal;c=ink;c=a%20b", ";hue=180;tone=a%20b"],
];
const query: readonly Row[] = [
  ["form", false, "c=teal", "c=teal,ink,a%20b", "c=hue,180,tone,a%20b"],
  ["form", true, "c=teal", "c=teal&c=ink&c=a%20b", "hue=180&tone=a%20b"],
  ["spaceDelimited", false, "c=teal", "c=teal%20ink%20a%20b", "c=hue%20180%20tone%20a%20b"],
  ["spaceDelimited", true, "c=teal", "c=teal&c=ink&c=a%20b", "hue=180&tone=a%20b"],
  ["pipeDelimited", false, "c=teal", "c=teal%7Cink%7Ca%20b", "c=hue%7C180%7Ctone%7Ca%20b"],
  ["pipeDelimited", true, "c=teal", "c=teal&c=ink&c=a%20b", "hue=180&tone=a%20b"],
  ["deepObject", true, "c=teal", "c%5B%5D=teal&c%5B%5D=ink&c%5B%5D=a%20b", "c%5Bhue%5D=180&c%5Btone%5D=a%20b"],
];
const header: readonly Row[] = [
  ["simple", false, "teal", "teal,ink,a b", "hue,180,tone,a b"],
  ["simple", true, "teal", "teal,ink,a b", "hue=180,tone=a b"],
];
const cookie: readonly Row[] = [
  ["form", false, "c=teal", "c=teal,ink,a%20b", "c=hue,180,tone,a%20b"],
  ["form", true, "c=teal", "c=teal; c=ink; c=a%20b", "hue=180; tone=a%20b"],
  ["cookie", false, "c=teal", "c=teal,ink,a b", "c=hue,180,tone,a b"],
  ["cookie", true, "c=teal", "c=teal; c=ink; c=a b", "hue=180; tone=a b"],
];

describe.each([
  ["path", path],
  ["query", query],
  ["header", header],
  ["cookie", cookie],
] as const)("%s", (place, rows) => {
  const cells = rows.flatMap(([style, explode, ...wire]) =>
    (["text", "list", "object"] as const).map((kind, index) => [style, explode, kind, wire[index]] as const),
  );
  test.each(cells)("%s, explode %s, of %s: %s", async (style, explode, kind, wire) => {
    const parameter = `{ name: c, in: ${place}, required: true, style: ${style}, explode: ${explode}, schema: ${types[kind]} }`;
    const spec = specOf(`parameters: [${parameter}]`, "3.2.0", place === "path" ? "/x/{c}/y" : "/x");
    const { path, headers } = buildRequest(await runtimeOperation(spec), { c: values[kind] });
    if (place === "path") expect(path).toBe(`/x/${wire}/y`);
    else if (place === "query") expect(path).toBe(`/x?${wire}`);
    else expect(headers[place === "header" ? "c" : "cookie"]).toBe(wire);
  });
});

const inPath = (style: string, schema: string): string =>
  specOf(`parameters: [{ name: id, in: path, required: true, ${style}, schema: ${schema} }]`, "3.1.0", "/x/{id}/y");

test.each([
  ["style: simple", ["a", ".."]],
  ["style: simple", ["a", ""]],
  ["style: simple", []],
  ["style: label", []],
  ["style: label", ["."]],
  ["style: matrix, explode: true", ["%2e%2e"]],
  ["style: simple", ["a\nb"]],
])("a list in a path of %s that is %j is refused by name", async (style, value) => {
  const operation = await runtimeOperation(inPath(style, types.list));
  expect(() => buildRequest(operation, { id: value })).toThrow(/^id: /);
});

test("items of a list in a path stay in their segment", async () => {
  const operation = await runtimeOperation(inPath("style: simple", types.list));
  expect(buildRequest(operation, { id: ["a/b", "c,d", "?#"] }).path).toBe("/x/a%2Fb,c%2Cd,%3F%23/y");
});

test("a path parameter keeps its wire name where the argument has another", async () => {
  const spec = specOf(
    "parameters: [{ name: 'a-b[]', in: path, required: true, style: matrix, schema: { type: string } }]",
    "3.1.0",
    "/x{a-b[]}",
  );
  expect(buildRequest(await runtimeOperation(spec), { a_b: "v" }).path).toBe("/x;a-b%5B%5D=v");
});

test.each([
  ["query", "application/json", "{ type: object }", { a: "é" }, "/x?c=%7B%22a%22%3A%22%C3%A9%22%7D", undefined],
  ["query", "text/plain", "{ type: string }", "a b", "/x?c=a%20b", undefined],
  ["header", "application/json", "{ type: object }", { a: "é" }, "/x", '{"a":"\\u00e9"}'],
  ["header", "application/json", "{ type: string }", "a", "/x", '"a"'],
  ["cookie", "application/json", "{ type: array }", [1], "/x", "c=%5B1%5D"],
] as const)("%s with content %s", async (place, type, schema, value, path, head) => {
  const request = await requestOf(
    `parameters: [{ name: c, in: ${place}, content: { ${type}: { schema: ${schema} } } }]`,
    { c: value },
  );
  expect(request.path).toBe(path);
  expect(request.headers[place === "header" ? "c" : "cookie"]).toBe(head);
});

test("JSON in a path is one segment", async () => {
  const spec = specOf(
    "parameters: [{ name: c, in: path, required: true, content: { application/json: { schema: { type: object } } } }]",
    "3.1.0",
    "/x/{c}",
  );
  expect(buildRequest(await runtimeOperation(spec), { c: { a: "/" } }).path).toBe("/x/%7B%22a%22%3A%22%2F%22%7D");
});

test.each([
  ["form", true, [], "c="],
  ["form", false, [], "c="],
  ["form", true, {}, "c="],
  ["pipeDelimited", false, [], ""],
  ["form", true, ["a"], "c=a"],
])("allowEmptyValue in %s, explode %s, of %j: %s", async (style, explode, value, wire) => {
  const request = await requestOf(
    `parameters: [{ name: c, in: query, allowEmptyValue: true, style: ${style}, explode: ${explode}, schema: { type: [array, object] } }]`,
    { c: value },
  );
  expect(request.path).toBe(wire ? `/x?${wire}` : "/x");
});

test("nothing is sent of an empty list or of members that are null", async () => {
  const parameters = ["query", "header", "cookie"].map(
    (place) => `{ name: ${place}_c, in: ${place}, explode: false, schema: { type: [array, object] } }`,
  );
  const fields = `parameters: [${parameters}]`;
  expect(await requestOf(fields, { query_c: [], header_c: [], cookie_c: [] })).toMatchObject({
    path: "/x",
    headers: {},
  });
  const sent = { a: null, b: 1 };
  expect(await requestOf(fields, { query_c: sent, header_c: sent, cookie_c: sent })).toMatchObject({
    path: "/x?query_c=b,1",
    headers: { header_c: "b,1", cookie: "cookie_c=b,1" },
  });
});

test("reserved characters stay where allowReserved says so, in a path only from 3.2 on", async () => {
  const reserved = (place: string, version: string): string =>
    specOf(
      `parameters: [{ name: c, in: ${place}, required: true, allowReserved: true, schema: { type: string } }]`,
      version,
      place === "path" ? "/x/{c}" : "/x",
    );
  const send = async (place: string, version: string): Promise<string> =>
    buildRequest(await runtimeOperation(reserved(place, version)), { c: "a:b@c,d;e&f=g/h?i" }).path;
  expect(await send("query", "3.0.3")).toBe("/x?c=a:b@c,d;e%26f%3Dg/h?i");
  expect(await send("path", "3.2.0")).toBe("/x/a:b@c,d;e&f=g%2Fh%3Fi");
  expect(await send("path", "3.1.0")).toBe("/x/a%3Ab%40c%2Cd%3Be%26f%3Dg%2Fh%3Fi");
});

test.each([["a;b"], ["a\nb"], ["é"]])("a plain cookie cannot be %j", async (value) => {
  const fields = "parameters: [{ name: c, in: cookie, style: cookie, schema: { type: string } }]";
  await expect(requestOf(fields, { c: value })).rejects.toThrow(/^c: /);
});

test("a header of a list cannot end the header", async () => {
  const fields = `parameters: [{ name: X-Ids, in: header, schema: ${types.list} }]`;
  await expect(requestOf(fields, { "X-Ids": ["a\r\nB: c"] })).rejects.toThrow(/^X-Ids: /);
});

describe("an object that is sent member by member", () => {
  const open = "schema: { type: object, properties: { page: {} }, additionalProperties: true }";
  const checked = (parameters: string, path = "/x") =>
    actionOf(modelOf(specOf(`parameters: [${parameters}]`, "3.1.0", path)), "run").checkedSchema.properties;
  const refused = (...names: string[]) => ({ c: { allOf: [{ propertyNames: { not: { enum: names } } }] } });

  test.each([
    ["query", `{ in: query, name: c, ${open} }, { in: query, name: q, schema: { type: string } }`, "/x", ["q"]],
    ["query", `{ in: query, name: c, ${open} }`, "/x?method=list", ["method"]],
    ["cookie", `{ in: cookie, name: c, ${open} }, { in: cookie, name: q, schema: { type: string } }`, "/x", ["q"]],
  ])("in a %s has no member with the name of another parameter", (_, parameters, path, names) => {
    expect(checked(parameters, path)).toMatchObject(refused(...names));
  });

  test.each([
    [
      "one that it declares itself",
      `{ in: query, name: c, ${open} }, { in: query, name: page, schema: { type: string } }`,
    ],
    ["one of another place", `{ in: query, name: c, ${open} }, { in: cookie, name: q, schema: { type: string } }`],
    [
      "a closed object",
      `{ in: query, name: c, schema: { type: object, properties: { a: {} }, additionalProperties: false } }, { in: query, name: q, schema: { type: string } }`,
    ],
    ["one text", `{ in: query, name: c, explode: false, ${open} }, { in: query, name: q, schema: { type: string } }`],
    [
      "a list",
      "{ in: query, name: c, schema: { type: array, items: {} } }, { in: query, name: q, schema: { type: string } }",
    ],
  ])("may have any other: %s", (_, parameters) => {
    expect(JSON.stringify(checked(parameters))).not.toContain("propertyNames");
  });
});
