import { describe, expect, test } from "vitest";
import { planDefinition } from "../../../generator/plan/plan-definition.js";
import { planOperation } from "../../../generator/plan/plan-operation.js";
import { runtimeSymbols } from "../../../generator/plan/runtime-symbols.js";
import type { ImportSymbol } from "../../../generator/shared/import-symbol.js";
import { modelOf } from "../../helpers/model-text.js";

type Planned = ReturnType<typeof planOperation>;

function plan(operation: string): Planned {
  const { actions, pack } = modelOf(`
openapi: 3.1.0
info: { title: Zoo, version: "1" }
servers: [{ url: "https://api.example.test" }]
paths:
  /animals:
    post: { operationId: zoo, ${operation} }
`);
  const [action] = actions;
  if (action === undefined) throw new Error("no action");
  return planOperation(action, pack);
}

const json = "responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }";
const body = (mediaType: string, schema: string): string =>
  `requestBody: { content: { "${mediaType}": { schema: ${schema} } } }, ${json}`;

describe("an operation names the kinds that are not the default", () => {
  test.each<[string, string, Partial<Planned>]>([
    ["application/json", "{ type: array }", {}],
    ["application/merge-patch+json", "{ type: array }", { mediaType: "application/merge-patch+json" }],
    ["application/x-www-form-urlencoded", "{ type: object }", { encode: runtimeSymbols.formBody }],
    ["text/plain", "{ type: string }", { encode: runtimeSymbols.textBody }],
    ["text/markdown", "{ type: string }", { encode: runtimeSymbols.textBody, mediaType: "text/markdown" }],
    ["application/octet-stream", "{}", { encode: runtimeSymbols.fileBody }],
  ])("body %s", (mediaType, schema, expected) => {
    const { encode, mediaType: sent } = plan(body(mediaType, schema));
    expect({ encode, mediaType: sent }).toEqual({ encode: undefined, mediaType: undefined, ...expected });
  });

  test.each<[string, Partial<Planned>]>([
    ["'200': { description: ok, content: { application/json: { schema: {} } } }", {}],
    [
      "'200': { description: ok, content: { text/csv: { schema: { type: string } } } }",
      { accept: "text/csv", read: runtimeSymbols.readText },
    ],
    [
      "'200': { description: ok, content: { image/png: {} } }",
      { accept: "image/png", read: runtimeSymbols.readBinary },
    ],
    ["'204': { description: gone }", { accept: "*/*" }],
    ["'200': { description: ok, content: { application/vnd.api+json: {} } }", { accept: "application/vnd.api+json" }],
    [
      "'200': { description: ok, content: { text/event-stream: {} } }",
      { accept: "text/event-stream", read: runtimeSymbols.collectStream },
    ],
    // A service that sends a stream all the same is understood.
    [
      "'200': { description: ok, content: { application/json: {}, text/event-stream: {} } }",
      { read: runtimeSymbols.collectStream },
    ],
    ["'302': { description: away }", { accept: "*/*", redirect: "return" }],
    [
      "'200': { description: ok, content: { application/json: {} } }, '302': { description: away }",
      { redirect: "return" },
    ],
    ["'200': { description: ok, content: { application/json: {} } }, '304': { description: same }", {}],
  ])("response %s", (responses, expected) => {
    const { accept, read, redirect } = plan(`responses: { ${responses} }`);
    expect({ accept, read, redirect }).toEqual({
      accept: undefined,
      read: undefined,
      redirect: undefined,
      ...expected,
    });
  });

  test.each<[string, object | undefined]>([
    ["", undefined],
    ["style: form, explode: false", { style: runtimeSymbols.commaSeparated }],
    ["style: spaceDelimited", { style: runtimeSymbols.spaceDelimited }],
    ["style: pipeDelimited, explode: false", { style: runtimeSymbols.pipeDelimited }],
    ["style: deepObject", { style: runtimeSymbols.deepObject }],
    ["style: deepObject, explode: true", { style: runtimeSymbols.deepObject }],
    ["allowReserved: true", { encode: runtimeSymbols.allowReserved }],
  ])("query parameter with %j", (style, part) => {
    const [found] = plan(`parameters: [{ name: q, in: query, ${style} }], ${json}`).query ?? [];
    expect(found).toEqual(part ? { argument: "q", ...part } : "q");
  });

  test("query parameter with content", () => {
    const { query } = plan(`parameters: [{ name: q, in: query, content: { application/json: {} } }], ${json}`);
    expect(query).toEqual([{ argument: "q", style: runtimeSymbols.jsonParameter }]);
  });
});

describe("constants and what is hidden", () => {
  const action = "name: a, title: A, group: g, description: D., operation: zoo, effect: write, bind: none";
  const plain = (names: string): string =>
    `parameters: [${names}], requestBody: { content: { application/json: { schema: { type: array } } } }, responses: {}`;
  const planned = (rest: string): Planned => {
    const list = "{ name: ids, in: query, explode: false, schema: { type: array, items: { type: string } } }";
    const spec = `paths: { /a: { post: { operationId: zoo, ${plain(`${list}, { name: q, in: query, schema: {} }`)} } } }`;
    const { actions, pack } = modelOf(spec, `actions: [{ ${action}, ${rest} }]`);
    const [found] = actions;
    if (found === undefined) throw new Error("no action");
    return planOperation(found, pack);
  };
  const ids = { argument: "query:ids", name: "ids", style: runtimeSymbols.commaSeparated };

  test("have a part where their style is not the usual one", () => {
    const { query, send } = planned(`send: { "query:ids": [a, b], "query:q": 1 }`);
    expect(query).toEqual([ids]);
    expect(send).toEqual({ "query:ids": ["a", "b"], "query:q": 1 });
    expect(planned(`hide: { "query:ids": no, "query:q": no }`).query).toEqual([ids]);
  });

  test("can be the whole body", () => {
    expect(planned(`send: { "body:": [1] }`)).toMatchObject({ body: { whole: "body:" }, send: { "body:": [1] } });
  });
});

test.each<[string, ImportSymbol]>([
  ["header", runtimeSymbols.headerKey],
  ["query", runtimeSymbols.queryKey],
  ["cookie", runtimeSymbols.cookieKey],
])("a key in a %s names its credentials", (place, send) => {
  const model = modelOf(`
openapi: 3.1.0
info: { title: Zoo, version: "1" }
servers: [{ url: "https://api.example.test" }]
components: { securitySchemes: { key: { type: apiKey, in: ${place}, name: k } } }
security: [{ key: [] }]
paths: { /a: { get: { responses: {} } } }
`);
  expect(planDefinition(model)).toMatchObject({
    auth: [{ scheme: "key", send, name: "k", prefix: "", env: ["ZOO_API_KEY"] }],
    security: [{ key: [] }],
  });
});

test.each([
  ["{ type: array, items: { type: object, properties: { id: { type: integer } } } }", true],
  ["{ type: object, properties: { at: { type: object, properties: { id: { type: integer } } } } }", true],
  ["{ type: array, items: { type: integer } }", false],
  ["{ type: array, items: { type: object, properties: { id: { type: string } } } }", false],
])("objects inside a query parameter are written with all digits of their integers: %s", (schema, isExact) => {
  const { query } = plan(`parameters: [{ name: q, in: query, schema: ${schema} }], ${json}`);
  expect(query).toEqual([isExact ? { argument: "q", encode: runtimeSymbols.exactText } : "q"]);
});
