import { afterAll, expect, it } from "vitest";
import { buildWireDocument } from "../../../generator/emit/types/build-wire-document.js";
import type { JsonObject } from "../../../generator/shared/json.js";
import { startTypeScript } from "../../../generator/workers/start-typescript.js";
import { compileTree } from "../../helpers/compile-tree.js";

const typescript = startTypeScript();
afterAll(() => typescript.close());

const schema = { type: "object", required: ["n"], properties: { n: { type: "number" } } };
const answer: JsonObject = { responses: { "200": { content: { "application/json": { schema } } } } };

it("has types for the methods of OpenAPI 3.2", async () => {
  const document: JsonObject = {
    openapi: "3.2.0",
    info: { title: "T", version: "1" },
    paths: {
      "/a": {
        parameters: [{ name: "q", in: "query", schema: { type: "string" } }],
        query: { operationId: "ask", ...answer },
        additionalOperations: { COPY: answer },
        get: answer,
      },
    },
  };
  const types = await typescript.printWireTypes(buildWireDocument(document, "3.2"));
  const use = `import type { operations, paths } from "./openapi.js";
export const asked: operations["ask"]["responses"]["200"]["content"]["application/json"] = { n: 1 };
export const copied: paths["COPY /a"]["post"]["responses"]["200"]["content"]["application/json"] = { n: 1 };
export const filter: paths["COPY /a"]["parameters"]["query"] = { q: "" };
export const got: paths["/a"]["get"]["responses"]["200"]["content"]["application/json"] = { n: 1 };
`;
  const compile = (text: string): string[] =>
    compileTree(
      new Map([
        ["openapi.ts", types],
        ["use.ts", text],
      ]),
    );
  expect(compile(use)).toEqual([]);
  expect(compile(use.replaceAll("n: 1", 'n: "1"'))).toHaveLength(3);
});
