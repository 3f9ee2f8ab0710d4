import { describe, expect, test } from "vitest";
import { actionOf, modelOf, operationOf, problemsOf } from "../../helpers/model-text.js";
import { requestOf, specOf } from "../../helpers/request-of.js";

const json = (schema: string, required = true): string =>
  `requestBody: { required: ${required}, content: { application/json: { schema: ${schema} } } }`;
const content = (types: string): string => `requestBody: { required: true, content: { ${types} } }`;

describe("a body that may be left out", () => {
  const optional = json("{ type: object, required: [a], properties: { a: {}, b: {} } }", false);

  test("is not sent when nothing of it is given", async () => {
    expect(await requestOf(optional, {})).toEqual({ path: "/x", headers: {}, body: undefined });
    expect((await requestOf(optional, { a: 1 })).body).toBe('{"a":1}');
  });

  test("is sent empty where it is required", async () => {
    const request = await requestOf(json("{ type: object, properties: { a: {} } }"), {});
    expect(request).toMatchObject({ body: "{}", headers: { "content-type": "application/json" } });
  });
});

describe("an open body", () => {
  test.each([
    ["true", true],
    ["{ type: string }", { type: "string" }],
    ["{}", true],
  ])("with additionalProperties %s takes further properties", async (more, shown) => {
    const fields = json(
      `{ type: object, required: [title], properties: { title: {} }, additionalProperties: ${more} }`,
    );
    const action = actionOf(modelOf(specOf(fields)), "run");
    expect(action.inputSchema.properties).toMatchObject({
      additional_properties: { type: "object", additionalProperties: shown },
    });
    const request = await requestOf(fields, { title: "t", additional_properties: { a: "1", title: "other" } });
    expect(JSON.parse(request.body as string)).toEqual({ a: "1", title: "t" });
  });

  test("does not take the named ones another way", () => {
    const fields = json("{ type: object, properties: { title: {}, of: {} }, additionalProperties: true }");
    expect(actionOf(modelOf(specOf(fields)), "run").checkedSchema.properties).toMatchObject({
      additional_properties: { allOf: [{ propertyNames: { not: { enum: ["of", "title"] } } }] },
    });
  });

  test("is closed where it does not say that it is open, and keeps a property of the argument's name", () => {
    const places = (schema: string): readonly string[] =>
      actionOf(modelOf(specOf(json(schema))), "run").arguments.map(({ name }) => name);
    expect(places("{ type: object, properties: { a: {} } }")).toEqual(["a"]);
    expect(places("{ type: object, properties: { a: {} }, additionalProperties: false }")).toEqual(["a"]);
    expect(places("{ type: object, properties: { additional_properties: {} }, additionalProperties: true }")).toEqual([
      "additional_properties",
      "body_additional_properties",
    ]);
  });

  test("of a form is sent in the form, `__proto__` too", async () => {
    const fields = content(
      "application/x-www-form-urlencoded: { schema: { type: object, properties: { a: {} }, additionalProperties: true } }",
    );
    const more = JSON.parse('{"__proto__":"p","b":[1,2]}');
    expect((await requestOf(fields, { a: 1, additional_properties: more })).body).toBe("__proto__=p&b=1&b=2&a=1");
  });
});

test("a property that is required but not described is an argument", async () => {
  const fields = json("{ type: object, required: [title, token], properties: { title: {} } }");
  expect(actionOf(modelOf(specOf(fields)), "run").inputSchema.required).toEqual(["title", "token"]);
  expect((await requestOf(fields, { title: 1, token: [2] })).body).toBe('{"title":1,"token":[2]}');
});

describe("rules about the whole body", () => {
  test.each([
    "maxProperties: 1",
    "minProperties: 2",
    "propertyNames: { maxLength: 3 }",
    "dependentRequired: { a: [b] }",
  ])("%s stays in force", (rule) => {
    const action = actionOf(modelOf(specOf(json(`{ type: object, properties: { a: {}, b: {} }, ${rule} }`))), "run");
    expect(action.arguments.map(({ name }) => name)).toEqual(["body"]);
    expect(JSON.stringify(action.checkedSchema)).toContain(rule.slice(0, rule.indexOf(":")));
  });

  test("minProperties 1 asks for one of the arguments", () => {
    const rule = (required: boolean): unknown =>
      actionOf(
        modelOf(specOf(json("{ type: object, minProperties: 1, properties: { a: {}, b: {} } }", required))),
        "run",
      ).require;
    expect(rule(true)).toEqual([{ any: ["a", "b"] }]);
    expect(rule(false)).toEqual([]);
  });
});

describe("the media type", () => {
  const chosen = (types: string): readonly [string, string, readonly string[] | undefined] => {
    const { body } = operationOf(modelOf(specOf(content(types))), "run");
    return [body?.encoding ?? "", body?.mediaType ?? "", body?.others];
  };
  const file = "{ schema: { type: object, properties: { f: { type: string, format: binary } } } }";
  const plain = "{ schema: { type: object, properties: { f: { type: string } } } }";

  test.each([
    [`application/a+json: {}, application/json: {}`, "json", "application/json", ["application/a+json"]],
    [`application/xml: {}, application/a+json: {}`, "json", "application/a+json", ["application/xml"]],
    [
      `multipart/form-data: ${file}, application/x-www-form-urlencoded: ${plain}`,
      "multipart",
      "multipart/form-data",
      ["application/x-www-form-urlencoded"],
    ],
    [
      `multipart/form-data: ${plain}, application/x-www-form-urlencoded: ${plain}`,
      "form",
      "application/x-www-form-urlencoded",
      ["multipart/form-data"],
    ],
    [`text/plain: {}, application/octet-stream: {}`, "text", "text/plain", ["application/octet-stream"]],
    ["text/*: {}", "text", "text/plain", undefined],
    ["multipart/*: {}", "multipart", "multipart/form-data", undefined],
    ["image/*: {}", "binary", "image/*", undefined],
    ["image/png: {}, image/gif: {}", "binary", "image/gif,image/png", undefined],
    ["'*/*': { schema: { type: string, format: binary } }", "binary", "*/*", undefined],
    ["'*/*': { schema: { type: object } }", "json", "application/json", undefined],
    ["application/x-ndjson: {}", "text", "application/x-ndjson", undefined],
    ["application/yaml: {}", "text", "application/yaml", undefined],
  ] as const)("of %s is chosen by what a model can write", (types, ...expected) => {
    expect(chosen(types)).toEqual(expected);
  });

  test("is a finding where properties are lost with the others", () => {
    const types = `application/json: ${plain}, multipart/form-data: { schema: { type: object, properties: { g: {} } } }`;
    expect(problemsOf(specOf(content(types)))).toMatchObject([
      { code: "media-type-choice", severity: "warning", message: expect.stringContaining("g of multipart/form-data") },
    ]);
    expect(problemsOf(specOf(content(`application/json: ${plain}, multipart/form-data: ${plain}`)))).toEqual([]);
  });
});

describe("text", () => {
  test.each([
    ["application/xml", "{ type: object, properties: { a: { type: string } } }", "Text of the type application/xml."],
    ["application/yaml", "{}", "Text of the type application/yaml."],
    ["text/plain", "{ type: string, maxLength: 9 }", ""],
  ])("%s is written by the caller", async (type, schema, description) => {
    const fields = content(`${type}: { schema: ${schema} }`);
    const action = actionOf(modelOf(specOf(fields)), "run");
    expect(action.arguments[0]).toMatchObject({ name: "body", schema: { type: "string" }, description });
    expect(await requestOf(fields, { body: "<a/>" })).toMatchObject({
      body: "<a/>",
      headers: { "content-type": type },
    });
  });
});

describe("a method that sends no body", () => {
  const fields = (required: boolean): string => json("{ type: object, properties: { a: {} } }", required);

  test.each(["get", "head"])(
    "%s: an optional body is left out with a finding, a required one costs the operation",
    (method) => {
      const optional = specOf(fields(false), "3.1.0", "/x", method);
      expect(actionOf(modelOf(optional), "run").arguments).toEqual([]);
      expect(problemsOf(optional)).toMatchObject([{ code: "body-not-allowed", severity: "warning" }]);
      const required = specOf(fields(true), "3.1.0", "/x", method);
      expect(operationOf(modelOf(required), "run").unsupported).toMatchObject({ code: "body-not-allowed" });
    },
  );

  test("get: nothing is said of a body that has no properties", () => {
    const empty = json("{ type: object, properties: {} }", false);
    expect(problemsOf(specOf(empty, "3.1.0", "/x", "get"))).toEqual([]);
  });

  test("delete sends one", async () => {
    expect(operationOf(modelOf(specOf(fields(true), "3.1.0", "/x", "delete")), "run").body?.flat).toBe(true);
  });
});
