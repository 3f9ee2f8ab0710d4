import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/shared/json.js";
import { originOf } from "../../../generator/shared/origin.js";
import { readPointer } from "../../../generator/shared/pointer.js";
import { loadFiles, loadText, modelProblems } from "./load-text.js";

const ok = "responses: { 200: { description: d } }";
const head = 'swagger: "2.0"\ninfo: { title: T, version: "1" }\n';

/** What a pointer of the converted document holds. */
async function convert(text: string, pointer: string): Promise<unknown> {
  const { document, version } = await loadText({ "api.yaml": head + text });
  expect(version).toBe("3.0");
  return readPointer(document as JsonObject, pointer);
}

const post = (fields: string, rest = ""): string => `paths: { /a: { post: { ${fields}, ${ok} } } }\n${rest}`;
const at = "/paths/~1a/post";

describe("the address", () => {
  it.each([
    ["host: x.test", [{ url: "https://x.test" }]],
    [
      "host: x.test\nbasePath: /v1\nschemes: [http, https, ws]",
      [{ url: "https://x.test/v1" }, { url: "http://x.test/v1" }],
    ],
    ["host: x.test\nbasePath: v1\nschemes: [http]", [{ url: "http://x.test/v1" }]],
    ["host: localhost:80\nbasePath: /", [{ url: "http://localhost:80" }]],
    ["basePath: /v1", [{ url: "/v1" }]],
    ["x-a: 1", undefined],
  ])("%s", async (text, servers) => {
    expect(await convert(`${text}\npaths: {}`, "/servers")).toEqual(servers);
  });

  it("of an operation that the first scheme does not reach", async () => {
    const text = `host: x.test\nschemes: [https]\n${post("schemes: [http]")}`;
    expect(await convert(text, `${at}/servers`)).toEqual([{ url: "http://x.test" }]);
  });
});

describe("parameters", () => {
  it.each([
    ["type: integer, maximum: 5, default: 2", { schema: { type: "integer", maximum: 5, default: 2 } }],
    ["type: array, items: { type: string }", { style: "form", explode: false }],
    ["type: array, items: { type: string }, collectionFormat: multi", { style: "form", explode: true }],
    ["type: array, items: { type: string }, collectionFormat: ssv", { style: "spaceDelimited", explode: false }],
    ["type: array, items: { type: string }, collectionFormat: pipes", { style: "pipeDelimited", explode: false }],
  ])("%s", async (fields, expected) => {
    const text = post(`parameters: [{ name: q, in: query, ${fields} }]`);
    expect(await convert(text, `${at}/parameters/0`)).toMatchObject({ name: "q", in: "query", ...expected });
  });

  it.each([
    ["query", "type: array, items: { type: string }, collectionFormat: tsv", "tsv"],
    ["header", "type: array, items: { type: string }, collectionFormat: pipes", "pipes"],
    ["query", "type: array, items: { type: array, items: { type: string } }", "nested"],
  ])("in a %s that OpenAPI cannot write leave the operation out: %s", async (place, fields, format) => {
    const text = `host: x.test\n${post(`operationId: a, parameters: [{ name: q, in: ${place}, ${fields} }]`)}`;
    const [only] = await modelProblems({ "api.yaml": head + text });
    expect(only?.message).toContain(`the ${place} parameter q as application/vnd.swagger.${format} is not supported`);
    expect(only?.at?.line).toBe(4);
  });

  it("that are shared, and those of the path", async () => {
    const text = `paths:
  /a:
    parameters: [{ $ref: "#/parameters/Limit" }, { $ref: "#/parameters/Token" }]
    post: { consumes: [multipart/form-data], parameters: [{ name: f, in: formData, type: file, required: true }], ${ok} }
    put: { ${ok} }
parameters:
  Limit: { name: limit, in: query, type: integer }
  Token: { name: token, in: formData, type: string }`;
    const item = (await convert(text, "/paths/~1a")) as JsonObject;
    expect(item.parameters).toEqual([{ name: "limit", in: "query", schema: { type: "integer" } }]);
    const form = (properties: object): object => ({ schema: { properties } });
    const file = { type: "string", format: "binary" };
    expect(item).toMatchObject({
      post: { requestBody: { content: { "multipart/form-data": form({ token: { type: "string" }, f: file }) } } },
      put: { requestBody: { content: { "application/x-www-form-urlencoded": form({ token: { type: "string" } }) } } },
    });
  });
});

describe("bodies", () => {
  it("have the media types that the operation, or else the document, consumes", async () => {
    const body = "parameters: [{ name: b, in: body, required: true, schema: { $ref: '#/definitions/A' } }]";
    const rest = "definitions: { A: { type: object } }\nconsumes: [application/xml]\n";
    const schema = { $ref: "#/components/schemas/A" };
    expect(await convert(post(body, rest), `${at}/requestBody`)).toEqual({
      required: true,
      content: { "application/xml": { schema } },
    });
    expect(await convert(post(`consumes: [application/json], ${body}`, rest), `${at}/requestBody/content`)).toEqual({
      "application/json": { schema },
    });
  });

  it("are made of form fields, with what is said about each", async () => {
    const text = post(
      "parameters: [{ $ref: '#/parameters/Note' }, { name: ids, in: formData, type: array, items: { type: integer, minimum: 1 } }, { name: tags, in: formData, type: array, items: { type: string }, collectionFormat: multi }]",
      "parameters: { Note: { name: note, in: formData, type: string, enum: [a, b], required: true, description: n } }",
    );
    expect(await convert(text, `${at}/requestBody`)).toEqual({
      required: true,
      content: {
        "application/x-www-form-urlencoded": {
          schema: {
            type: "object",
            required: ["note"],
            properties: {
              note: { type: "string", enum: ["a", "b"], description: "n" },
              ids: { type: "array", items: { type: "integer", minimum: 1 } },
              tags: { type: "array", items: { type: "string" } },
            },
          },
          encoding: { ids: { style: "form", explode: false } },
        },
      },
    });
  });

  it("with a file are multipart", async () => {
    const text = post("consumes: [application/json], parameters: [{ name: f, in: formData, type: file }]");
    expect(await convert(text, `${at}/requestBody/content`)).toEqual({
      "multipart/form-data": { schema: { type: "object", properties: { f: { type: "string", format: "binary" } } } },
    });
  });
});

describe("responses", () => {
  it("have the media types that the operation produces, also where they are shared", async () => {
    const text = `paths: { /a: { get: { produces: [text/csv], responses: { 200: { $ref: "#/responses/R" }, 204: { description: n } } } } }
produces: [application/json]
responses: { R: { description: r, schema: { type: string }, examples: { text/html: x } } }`;
    expect(await convert(text, "/paths/~1a/get/responses")).toEqual({
      "200": { description: "r", content: { "text/csv": { schema: { type: "string" } } } },
      "204": { description: "n" },
    });
  });

  it("may be files", async () => {
    const text =
      "paths: { /a: { get: { produces: [application/pdf], responses: { 200: { description: d, schema: { type: file } } } } } }";
    expect(await convert(text, "/paths/~1a/get/responses/200/content")).toEqual({
      "application/pdf": { schema: { type: "string", format: "binary" } },
    });
  });
});

it("definitions keep what they say, under names that OpenAPI allows", async () => {
  const text = `paths: {}
definitions:
  Pet: { type: object, discriminator: kind, required: [kind], properties: { kind: { type: string }, "__proto__": { type: string }, n: { type: string, x-nullable: true } } }
  "Page«Pet»": { type: object, properties: { items: { type: array, items: { $ref: "#/definitions/Pet" } }, next: { $ref: "#/definitions/Page%C2%ABPet%C2%BB", x-nullable: true } } }`;
  const schemas = (await convert(text, "/components/schemas")) as JsonObject;
  expect(schemas).toMatchObject({
    Pet: { discriminator: { propertyName: "kind" }, properties: { n: { nullable: true } } },
    Page_Pet: {
      properties: {
        items: { items: { $ref: "#/components/schemas/Pet" } },
        next: { nullable: true, allOf: [{ $ref: "#/components/schemas/Page_Pet" }] },
      },
    },
  });
  expect(Object.keys((schemas.Pet as { properties: JsonObject }).properties)).toContain("__proto__");
});

it("credentials keep their kind, and the names under which they are asked for", async () => {
  const text = `paths: { /a: { get: { security: [{ "my key": [] }], ${ok} } } }
security: [{ login: [r] }]
securityDefinitions:
  plain: { type: basic, description: d }
  "my key": { type: apiKey, in: query, name: key }
  login: { type: oauth2, flow: accessCode, authorizationUrl: "https://x.test/a", tokenUrl: "https://x.test/t", scopes: { r: read } }`;
  expect(await convert(text, "/components/securitySchemes")).toEqual({
    plain: { type: "http", scheme: "basic", description: "d" },
    my_key: { type: "apiKey", in: "query", name: "key" },
    login: {
      type: "oauth2",
      flows: {
        authorizationCode: {
          authorizationUrl: "https://x.test/a",
          tokenUrl: "https://x.test/t",
          scopes: { r: "read" },
        },
      },
    },
  });
  expect(await convert(text, "/paths/~1a/get/security")).toEqual([{ my_key: [] }]);
});

it("places are those of the document as it is written, after an overlay too", async () => {
  const text = `paths:
  /a:
    post:
      parameters: [{ name: b, in: body, schema: { type: object } }, { name: q, in: query, type: string }]
      responses: { 200: { $ref: "#/responses/R" } }
responses: { R: { description: r, schema: { type: string } } }
definitions: { "A B": { type: string } }`;
  const overlay = `overlay: 1.0.0\ninfo: { title: O, version: "1" }\nactions:\n  - target: $.definitions['A B']\n    update: { title: W }\n`;
  const { loaded, locate } = await loadFiles({ "api.yaml": head + text, "a.overlay.yaml": overlay });
  const line = (pointer: string): string => {
    const found = originOf(pointer, "value", loaded);
    return `${found.file} ${found.pointer} ${locate(found).line}`;
  };
  expect(line(`${at}/parameters/0/schema/type`)).toBe("api.yaml /paths/~1a/post/parameters/1/type 6");
  expect(line(`${at}/requestBody/content/application~1json/schema/type`)).toBe(
    "api.yaml /paths/~1a/post/parameters/0/schema/type 6",
  );
  expect(line(`${at}/responses/200/content/application~1json/schema/type`)).toBe("api.yaml /responses/R/schema/type 8");
  expect(line("/components/schemas/A_B/type")).toBe("api.yaml /definitions/A B/type 9");
  expect(line("/components/schemas/A_B/title")).toBe("a.overlay.yaml /actions/0/update/title 5");
});

it.each([
  ["parameters: [null, 5, { name: q }, { $ref: '#/parameters/none' }]"],
  ["parameters: {}, responses: []"],
  ["consumes: 5, produces: json, schemes: x"],
  ["parameters: [{ in: body }, { in: body }, { in: formData, name: f }, { in: formData }]"],
  ["parameters: [{ $ref: '#/parameters/loop' }]"],
])("what is malformed is told as a problem of the document, not as a bug: %s", async (fields) => {
  const text = `${head}paths: { /a: { post: { ${fields} }, get: null }, /b: 5 }\nparameters: { loop: { $ref: "#/parameters/loop" } }\ndefinitions: { A: null }\nsecurityDefinitions: { K: null }\n`;
  const outcome = await loadText({ "api.yaml": text }).catch((error: unknown) => error);
  expect(outcome).not.toBeInstanceOf(TypeError);
});
