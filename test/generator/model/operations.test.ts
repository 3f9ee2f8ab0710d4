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
      `components: { securitySchemes: { k: { type: apiKey, in: header, name: x-key } } }`,
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
    [
      `servers: [{ url: https://uploads.example.com }]`,
      "the operation-level server https://uploads.example.com is not supported",
    ],
    [`responses: { "302": { description: away } }`, "a response that only redirects is not supported"],
    [
      `responses: { "200": { description: s, content: { text/event-stream: {} } } }`,
      "the response text/event-stream is not supported",
    ],
  ])("refuses by name: %s", (text, reason) => {
    const base = `
paths:
  /x/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    post:
      operationId: x
      ${text.startsWith("responses") ? "" : 'responses: { "200": { description: ok } }'}
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

describe("paths", () => {
  const query = "Declare query parameters, and remove what follows #.";
  const braces = "Write each parameter as {name}.";
  const one = (path: string, fields = ""): string =>
    `paths:\n  "${path}":\n    get:\n      operationId: a\n      responses: {}\n      ${fields}`;
  const id = (name: string): string => `{ name: ${name}, in: path, required: true, schema: { type: string } }`;

  it.each([
    ["a", "", "the path a does not start with a slash", "Write /a.", "2:3"],
    ["/a?b=1", "", "the path /a?b=1 contains a query or fragment", query, "2:3"],
    ["/a#b", "", "the path /a#b contains a query or fragment", query, "2:3"],
    ["/a/{b", "", "the braces of the path /a/{b are unpaired or empty", braces, "2:3"],
    ["/a/b}", "", "the braces of the path /a/b} are unpaired or empty", braces, "2:3"],
    ["/a/{}", "", "the braces of the path /a/{} are unpaired or empty", braces, "2:3"],
    [
      "/{b}/{b}",
      `parameters: [${id("b")}]`,
      "the path /{b}/{b} contains {b} twice",
      "Use a different name for each parameter.",
      "2:3",
    ],
    ["/a/{b}", "", "the path parameter {b} is not declared", "Declare it as a required path parameter.", "3:5"],
    ["/a/{b}", `parameters: [${id("B")}]`, "the path parameter {b} is not declared", "Rename the parameter B.", "3:5"],
    [
      "/a",
      `parameters: [${id("b")}]`,
      "the path parameter b is missing from the path",
      "Add {b} to the path, or remove the parameter.",
      "6:20",
    ],
    ["/a", "parameters: [{ in: query, schema: {} }]", "a parameter has no name", "Add `name`.", "6:20"],
    [
      "/a",
      "servers: [{ url: 'https://uploads.example.com' }]",
      "the operation-level server https://uploads.example.com is not supported",
      undefined,
      "6:19",
    ],
  ])("leave out an operation that no request can be built for: %s %s", (path, fields, reason, fix, place) => {
    const spec = `${one(path, fields)}\n  /ok: { get: { operationId: ok, responses: {} } }`;
    const model = modelOf(spec);
    expect(operationOf(model, "a").unsupported).toMatchObject({ reason, fix });
    expect(model.actions.map(({ name }) => name)).toEqual(["ok"]);
    const problems = problemsOf(spec);
    expect(problems[0]?.message).toBe(`a is omitted: ${reason}.`);
    if (fix !== undefined) expect(problems[0]?.fix).toBe(fix);
    expect(problems.map(({ code, severity, at }) => [code, severity, `${at?.line}:${at?.column}`])).toEqual([
      [operationOf(model, "a").unsupported?.code, "warning", place],
    ]);
  });

  it("are an error once an action names the operation", () => {
    const action = "{ name: a, title: A, group: g, description: D., operation: a, effect: read, bind: none }";
    expect(problemsOf(one("/a/{b}"), `actions: [${action}]`)).toMatchObject([
      { code: "unsupported-operation", severity: "error", kind: "usage" },
    ]);
  });

  it.each(["/v1/../b", "/v1/.%2E/b", "/v1\\\\..\\\\b", "/%2e", "/a/.."])(
    "are refused with a dot segment: %s",
    (path) => {
      expect(problemsOf(one(path))).toMatchObject([
        { code: "path-dot-segment", severity: "error", at: { line: 2, column: 3 } },
      ]);
    },
  );

  it("are refused when they differ only in the names of parameters", () => {
    const item = (name: string, method: string): string =>
      `  /a/{${name}}:\n    ${method}: { parameters: [${id(name)}], responses: {} }\n`;
    expect(problemsOf(`paths:\n${item("b", "get")}${item("c", "get")}`)).toMatchObject([
      {
        code: "ambiguous-path",
        severity: "error",
        message: "GET /a/{b} and GET /a/{c} differ only in the names of their parameters.",
        at: { line: 5, column: 5 },
      },
    ]);
    expect(problemsOf(`paths:\n${item("b", "get")}${item("c", "put")}`)).toEqual([]);
  });

  it("are refused when one list declares a parameter twice, in headers whatever the case", () => {
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

  it("may have a server with a user name or a dot segment nowhere", () => {
    for (const url of ["https://user:secret@other.test", "https:///user:secret@other.test", "https://api.test/../b"]) {
      const problems = problemsOf(one("/a", `servers: [{ url: "${url}" }]`));
      expect(problems).toMatchObject([
        { code: "bad-server", severity: "error", at: { line: 6 } },
        { code: "operation-server" },
      ]);
      expect(JSON.stringify(problems)).not.toContain("secret");
    }
    const [used, unused] = [
      "servers: [{ url: / }]",
      'servers: [{ url: / }, { url: "https://user:secret@other.test" }]',
    ];
    expect(problemsOf(one("/a", unused))).toMatchObject([{ code: "bad-server" }]);
    const replaced = `paths: { /a: { ${unused}, get: { ${used}, responses: {} } } }`;
    expect(problemsOf(replaced)).toMatchObject([{ code: "bad-server" }]);
  });

  it("have the server of the document when its variables have the same values", () => {
    const server = (value: string): string =>
      `servers: [{ url: "https://{h}.test", variables: { h: { default: ${value} } } }]`;
    const unsupported = (value: string): string | undefined =>
      operationOf(modelOf(`${server("a")}\n${one("/a", server(value))}`), "a").unsupported?.reason;
    expect(unsupported("a")).toBeUndefined();
    expect(unsupported("b")).toBe("the operation-level server https://b.test is not supported");
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

describe("results", () => {
  const result = (responses: string): Operation["result"] =>
    operationOf(modelOf(`paths: { /r: { get: { operationId: r, responses: ${responses} } } }`), "r").result;

  it("joins what statuses answer", () => {
    const found = result(
      `{ "201": { description: a, content: { application/json: { schema: { type: string } } } }, "200": { description: b, content: { application/json: { schema: { type: integer } } } }, "204": { description: c }, default: { description: d, content: { application/json: { schema: { type: object } } } } }`,
    );
    expect(found.answers.map((answer) => answer.status)).toEqual(["200", "201", "204"]);
    expect(found).toMatchObject({ kind: "json", schema: { anyOf: [{ type: "integer" }, { type: "string" }] } });
  });

  it.each([
    ["{}", "empty"],
    [`{ "204": { description: d } }`, "empty"],
    [`{ "200": { description: d, content: { text/plain: {} } } }`, "text"],
    [`{ "200": { description: d, content: { image/png: {} } } }`, "binary"],
    [`{ default: { description: d, content: { application/problem+json: {} } } }`, "json"],
  ])("reads %s as %s", (responses, kind) => {
    expect(result(responses).kind).toBe(kind);
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
