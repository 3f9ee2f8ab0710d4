import { describe, expect, test } from "vitest";
import { modelOf, operationOf, problemsOf } from "../../helpers/model-text.js";
import { requestOf, specOf } from "../../helpers/request-of.js";

const form = (properties: string, encoding = "{}"): string =>
  `requestBody: { required: true, content: { application/x-www-form-urlencoded: { schema: { type: object, properties: ${properties} }, encoding: ${encoding} } } }`;
const object = "{ type: object, properties: { city: { type: string }, zip: { type: integer } } }";
const list = "{ type: array, items: { type: string } }";
const value = { city: "Ulm", zip: 7 };
const asJson = "p=%7B%22city%22%3A%22Ulm%22%2C%22zip%22%3A7%7D";

test.each([
  [object, "{}", value, asJson],
  [list, "{}", ["a b", "c"], "p=a%20b&p=c"],
  [`{ type: array, items: ${object} }`, "{}", [value, { zip: 8 }], `${asJson}&p=%7B%22zip%22%3A8%7D`],
  [object, "{ style: deepObject, explode: true }", value, "p%5Bcity%5D=Ulm&p%5Bzip%5D=7"],
  [object, "{ style: deepObject }", value, "p%5Bcity%5D=Ulm&p%5Bzip%5D=7"],
  [object, "{ style: form }", value, "city=Ulm&zip=7"],
  [object, "{ explode: false }", value, "p=city,Ulm,zip,7"],
  [list, "{ style: form, explode: false }", ["a,b", "c"], "p=a%2Cb,c"],
  [list, "{ style: pipeDelimited }", ["a", "b"], "p=a%7Cb"],
  [list, "{ style: spaceDelimited }", ["a", "b"], "p=a%20b"],
  [list, "{ style: deepObject, explode: true }", ["a", "b"], "p%5B%5D=a&p%5B%5D=b"],
  [`{ type: array, items: ${object} }`, "{ style: deepObject }", [{ zip: 1 }], "p%5B0%5D%5Bzip%5D=1"],
  [object, "{ contentType: application/json }", value, asJson],
  [list, "{ contentType: application/json }", ["a"], "p=%5B%22a%22%5D"],
  ["{ type: string }", "{ contentType: application/json }", "a", "p=%22a%22"],
  [object, "{ style: form, contentType: application/json }", value, "city=Ulm&zip=7"],
  ["{ type: string }", "{ allowReserved: true }", "a/b?c&d", "p=a/b?c%26d"],
  ["{ type: string }", "{}", null, ""],
])("a URL-encoded %s with encoding %s", async (schema, encoding, given, wire) => {
  const request = await requestOf(form(`{ p: ${schema} }`, `{ p: ${encoding} }`), { p: given });
  expect(request.body).toBe(wire);
  expect(request.headers["content-type"]).toBe("application/x-www-form-urlencoded");
});

test("fields keep their names where the arguments have others", async () => {
  const fields = form("{ 'user[name]': { type: string }, 'tags[]': { type: array } }");
  expect((await requestOf(fields, { user_name: "a", tags: [1] })).body).toBe("tags%5B%5D=1&user%5Bname%5D=a");
});

test("a form that is not a plain object is one argument, written the same way", async () => {
  const union = `{ oneOf: [{ type: object, properties: { p: ${object} } }, { type: object, properties: { q: {} } }] }`;
  const fields = `requestBody: { content: { application/x-www-form-urlencoded: { schema: ${union}, encoding: { p: { style: deepObject } } } } }`;
  expect((await requestOf(fields, { body: { p: { zip: 1 } } })).body).toBe("p%5Bzip%5D=1");
});

describe("what cannot be written is refused by name", () => {
  test.each([
    [form(`{ p: ${object} }`, "{ p: { style: simple } }"), "encoding-style", "p"],
    [form(`{ p: ${object} }`, "{ p: { contentType: application/xml } }"), "media-type", "p"],
    [
      "requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: string } } } }",
      "form-schema",
      "form",
    ],
    [
      form("{ p: { type: string } }", '{ p: { contentType: "text/plain\\r\\nX-A: b" } }'),
      "media-type",
      "p has a character",
    ],
    ['requestBody: { content: { "text/plain;a=\\nb": {} } }', "media-type", "text/plain"],
    [
      "requestBody: { content: { multipart/related: { schema: { type: object } } } }",
      "media-type",
      "multipart/related",
    ],
    ["requestBody: { content: { text/event-stream: {} } }", "media-type", "text/event-stream"],
    [
      "requestBody: { content: { application/pdf: { schema: { type: object, properties: { a: {} } } } } }",
      "media-type",
      "application/pdf",
    ],
  ])("%s", (fields, code, name) => {
    const { unsupported } = operationOf(modelOf(specOf(fields)), "run");
    expect(unsupported?.code).toBe(code);
    expect(unsupported?.reason).toContain(name);
    expect(unsupported?.fix).toBeTruthy();
  });
});

test("what the standard leaves open is told once", () => {
  const nested = `{ type: object, properties: { a: ${object} } }`;
  const parameter = (name: string, style: string): string =>
    `{ name: ${name}, in: query, style: ${style}, schema: ${nested} }`;
  const codes = (fields: string): readonly string[] => problemsOf(specOf(fields)).map(({ code }) => code);
  expect(codes(`parameters: [${parameter("p", "deepObject")}, ${parameter("q", "deepObject")}]`)).toEqual([
    "nested-deep-object",
  ]);
  expect(codes(`parameters: [${parameter("p", "form")}]`)).toEqual(["nested-parameter"]);
  expect(codes(`parameters: [{ name: p, in: query, style: deepObject, schema: ${object} }]`)).toEqual([]);
  expect(codes(form(`{ p: ${nested} }`, "{ p: { style: deepObject } }"))).toEqual(["nested-deep-object"]);
});
