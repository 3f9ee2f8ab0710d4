import { describe, expect, test } from "vitest";
import { planDefinition } from "../../../generator/plan/plan-definition.js";
import { planOperation } from "../../../generator/plan/plan-operation.js";
import { runtimeSymbols } from "../../../generator/plan/runtime-symbols.js";
import type { ImportSymbol } from "../../../generator/shared/import-symbol.js";
import { modelOf } from "../../helpers/model-text.js";

type Planned = ReturnType<typeof planOperation>;

function plan(operation: string): Planned {
  const [action] = modelOf(`
openapi: 3.1.0
info: { title: Zoo, version: "1" }
servers: [{ url: "https://api.example.test" }]
paths:
  /animals:
    post: { operationId: zoo, ${operation} }
`).actions;
  if (action === undefined) throw new Error("no action");
  return planOperation(action);
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

  test.each<[string, ImportSymbol | undefined]>([
    ["'200': { description: ok, content: { application/json: { schema: {} } } }", undefined],
    ["'200': { description: ok, content: { text/plain: { schema: { type: string } } } }", runtimeSymbols.readText],
    ["'200': { description: ok, content: { image/png: {} } }", runtimeSymbols.readBinary],
    ["'204': { description: gone }", runtimeSymbols.readNothing],
  ])("response %s", (responses, reader) => {
    expect(plan(`responses: { ${responses} }`).read).toBe(reader);
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

test.each<[string, ImportSymbol]>([
  ["header", runtimeSymbols.headerKey],
  ["query", runtimeSymbols.queryKey],
  ["cookie", runtimeSymbols.cookieKey],
])("a key in a %s names its credentials", (place, send) => {
  const { pack } = modelOf(`
openapi: 3.1.0
info: { title: Zoo, version: "1" }
servers: [{ url: "https://api.example.test" }]
components: { securitySchemes: { key: { type: apiKey, in: ${place}, name: k } } }
paths: {}
`);
  expect(planDefinition(pack).auth).toEqual({ send, name: "k", prefix: "", env: "ZOO_API_KEY" });
});
