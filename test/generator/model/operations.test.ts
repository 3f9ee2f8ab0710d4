import { describe, expect, it } from "vitest";
import type { Operation } from "../../../generator/model/operations/types.js";
import { modelOf, operationOf, problemsOf } from "../../helpers/model-text.js";

function operation(text: string, rest = ""): Operation {
  return operationOf(
    modelOf(`
paths:
  /x/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
      - { name: page, in: query, schema: { type: string } }
    post:
      operationId: x
      responses: { "200": { description: ok } }
      ${text.trim().replaceAll("\n", "\n      ")}
${rest}`),
    "x",
  );
}
const places = (found: Operation): string[] => found.inputs.map((input) => input.place);

describe("parameters", () => {
  it("merges those of the path, which the operation's replace, and follows references", () => {
    const found = operation(
      `parameters: [{ name: page, in: query, required: true, schema: { type: integer } }, { $ref: '#/components/parameters/Trace' }]`,
      `components: { parameters: { Trace: { name: X-Trace, in: header, schema: { type: string } } } }`,
    );
    expect(places(found)).toEqual(["path:id", "query:page", "header:X-Trace"]);
    expect(found.inputs[1]).toMatchObject({
      required: true,
      schema: { type: "integer" },
      style: "form",
      explode: true,
    });
    expect(found.inputs[2]).toMatchObject({ style: "simple", explode: false });
  });

  it("carries styles and JSON parameters on", () => {
    const found = operation(`parameters:
  - { name: a, in: query, style: deepObject, schema: { type: object } }
  - { name: b, in: query, style: pipeDelimited, schema: { type: array, items: { type: string } } }
  - { name: c, in: query, explode: false, allowReserved: true, schema: { type: array, items: { type: string } } }
  - { name: d, in: query, content: { application/json: { schema: { type: object } } } }`);
    expect(found.inputs.slice(2).map(({ style, explode, allowReserved }) => [style, explode, allowReserved])).toEqual([
      ["deepObject", false, false],
      ["pipeDelimited", false, false],
      ["form", false, true],
      ["json", true, false],
    ]);
    expect(found.unsupported).toBeUndefined();
  });

  it("leaves out what the standard says, and keys, which the pack sends", () => {
    const found = operation(
      `parameters:
  - { name: Accept, in: header, schema: { type: string } }
  - { name: authorization, in: header, schema: { type: string } }
  - { name: X-Key, in: header, schema: { type: string } }`,
      `security: [{ k: [] }]\ncomponents: { securitySchemes: { k: { type: apiKey, in: header, name: x-key } } }`,
    );
    expect(places(found)).toEqual(["path:id", "query:page"]);
  });

  it.each([
    [
      `parameters: [{ name: c, in: query, style: matrix, schema: { type: string } }]`,
      "the query style matrix is not supported",
    ],
    [
      `parameters: [{ name: q, in: query, content: { image/png: {} } }]`,
      "the query parameter q as image/png is not supported",
    ],
    [
      `parameters: [{ name: q, in: query, content: { application/xml: { schema: { type: object } } } }]`,
      "the query parameter q as application/xml is not text",
    ],
    [
      `requestBody: { content: { multipart/related: { schema: { type: object } } } }`,
      "the request body multipart/related is not supported",
    ],
  ])("refuses by name: %s", (text, reason) => {
    const base = `
paths:
  /x/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    post:
      operationId: x
      responses: { "200": { description: ok } }
      ${text}
`;
    const model = modelOf(base);
    expect(operationOf(model, "x").unsupported).toMatchObject({ reason });
    expect(model.actions).toEqual([]);
    expect(model.hidden).toMatchObject([{ reason: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.` }]);
    expect(problemsOf(base)).toMatchObject([
      { code: operationOf(model, "x").unsupported?.code, severity: "warning", kind: "spec" },
    ]);
  });

  it("refuses a schema that applies itself to the same value", () => {
    const model = modelOf(`
paths: { /a: { get: { operationId: a, responses: { "200": { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } } }
components: { schemas: { A: { anyOf: [{ $ref: '#/components/schemas/B' }] }, B: { oneOf: [{ $ref: '#/components/schemas/A' }, { type: object }] } } }
`);
    expect(operationOf(model, "a").unsupported?.reason).toBe("the schema A includes itself");
  });
});

describe("parameters that one list declares twice", () => {
  const one = (path: string, fields: string): string =>
    `paths:\n  "${path}":\n    get:\n      operationId: a\n      responses: {}\n      ${fields}`;

  it("are refused, in headers whatever the case", () => {
    const header = (name: string): string => `{ name: ${name}, in: header, schema: { type: string } }`;
    const twice = `parameters: [${header("X-A")}, ${header("x-a")}]`;
    expect(problemsOf(one("/a", twice))).toMatchObject([
      { code: "duplicate-parameter", message: "GET /a declares the header parameter x-a twice.", at: { line: 6 } },
    ]);
    const shared = `paths: { /a: { ${twice}, get: { responses: {} }, put: { responses: {} } } }`;
    expect(problemsOf(shared).map(({ message }) => message)).toEqual(["/a declares the header parameter x-a twice."]);
    const replaced = `paths: { /a: { parameters: [${header("X-A")}], get: { parameters: [${header("x-a")}], responses: {} } } }`;
    expect(modelOf(replaced).operations[0]?.inputs.map(({ place }) => place)).toEqual(["header:x-a"]);
  });
});

describe("bodies", () => {
  const body = (schema: string, rest = "required: true"): Operation =>
    operation(`requestBody: { ${rest}, content: { application/json: { schema: ${schema} } } }`);

  it("flattens an object, through allOf and references", () => {
    const found = operation(
      `requestBody: { $ref: '#/components/requestBodies/B' }`,
      `components:
  requestBodies: { B: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/S' } } } } }
  schemas:
    S: { allOf: [{ $ref: '#/components/schemas/T' }, { type: object, required: [b], properties: { b: { type: string } } }] }
    T: { type: object, properties: { a: { type: string, description: A. } } }`,
    );
    expect(found.body).toMatchObject({ flat: true, encoding: "json", required: true });
    expect(found.inputs.slice(2)).toMatchObject([
      { place: "body:/a", required: false, schema: { type: "string" }, description: "A." },
      { place: "body:/b", required: true },
    ]);
  });

  it.each([
    ["{ type: array, items: { type: string } }"],
    ["{ type: object }"],
    ["{ oneOf: [{ type: object, properties: { a: {} } }] }"],
    ["{ type: object, properties: { a: {} }, anyOf: [{ required: [a] }] }"],
    [
      "{ allOf: [{ type: object, properties: { a: {} }, additionalProperties: { type: string } }, { type: object, properties: { b: {} } }] }",
    ],
    ["{ type: object, properties: { a: {} }, patternProperties: { '^x': {} } }"],
    ["{ type: object, properties: { __proto__: { type: string } } }"],
    ["{ type: object, properties: { 'a b': { type: string } } }"],
  ])("keeps %s as one value", (schema) => {
    const found = body(schema);
    expect(found.body?.flat).toBe(false);
    expect(places(found).slice(2)).toEqual(["body:"]);
  });

  it("flattens an open object that names its properties", () => {
    expect(
      places(body("{ type: object, properties: { 'a/b': { type: string } }, additionalProperties: true }")).slice(2),
    ).toEqual(["body:"]);
    expect(
      places(body("{ type: object, properties: { ab: { type: string } }, additionalProperties: true }")).slice(2),
    ).toEqual(["body:/ab", "body:*"]);
  });

  it("knows what a body needs that may be left out", () => {
    expect(body("{ type: object, required: [a], properties: { a: {}, b: {} } }", "required: false")).toMatchObject({
      body: { needs: ["a"] },
      inputs: [{}, {}, { required: false }, { required: false }],
    });
  });

  it.each([
    ["application/x-www-form-urlencoded", "form", "body:/a"],
    ["text/markdown", "text", "body:"],
    ["multipart/form-data", "multipart", "body:/a"],
    ["application/merge-patch+json", "json", "body:/a"],
  ])("writes %s as %s", (mediaType, encoding, place) => {
    const found = operation(
      `requestBody: { content: { ${mediaType}: { schema: { type: object, properties: { a: { type: string } } } } } }`,
    );
    expect(found.body).toMatchObject({ encoding, mediaType });
    expect(places(found).slice(2)).toEqual([place]);
  });

  it("prefers JSON", () => {
    const content = `application/xml: {}, application/x-www-form-urlencoded: {}, application/json: { schema: { type: object } }`;
    expect(operation(`requestBody: { content: { ${content} } }`).body?.mediaType).toBe("application/json");
  });
});

it("orders operations by path, then method, and ignores webhooks", () => {
  const model = modelOf(`
paths:
  /b: { get: { responses: {} } }
  /a: { post: { responses: {} }, get: { responses: {} } }
webhooks: { hook: { post: { responses: {} } } }
`);
  expect(model.operations.map((found) => found.id)).toEqual(["GET /a", "POST /a", "GET /b"]);
});
