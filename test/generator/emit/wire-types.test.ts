import { afterAll, expect, it } from "vitest";
import { cleanDocument } from "../../../generator/emit/types/clean-document.js";
import { emitWireTypes } from "../../../generator/emit/types/emit-types.js";
import type { JsonObject } from "../../../generator/shared/json.js";
import { startTypeScript } from "../../../generator/workers/start-typescript.js";
import { compileTree } from "../../helpers/compile-tree.js";

const typescript = startTypeScript();
afterAll(() => typescript.close());

const answer = (mediaType: string, content: JsonObject): JsonObject => ({
  responses: { "200": { content: { [mediaType]: content } } },
});
const item = { type: "object", required: ["itemSchema"], properties: { itemSchema: { type: "number" } } };
const schema = { type: "object", required: ["n"], properties: { n: { type: "number" } } };

it("has types for methods and streams of OpenAPI 3.2", async () => {
  const document: JsonObject = {
    openapi: "3.2.0",
    info: { title: "T", version: "1" },
    paths: {
      "/a": {
        parameters: [{ name: "q", in: "query", schema: { type: "string" } }],
        query: { operationId: "ask", ...answer("application/json", { schema }) },
        additionalOperations: { COPY: answer("application/json", { schema }) },
        get: answer("application/jsonl", { itemSchema: item }),
      },
    },
  };
  const types = emitWireTypes(await typescript.printWireTypes(cleanDocument(document)));
  const use = `import type { operations, paths } from "./types/openapi.js";
export const asked: operations["ask"]["responses"]["200"]["content"]["application/json"] = { n: 1 };
export const copied: paths["COPY /a"]["post"]["responses"]["200"]["content"]["application/json"] = { n: 1 };
export const lines: paths["/a"]["get"]["responses"]["200"]["content"]["application/jsonl"] = [{ itemSchema: 1 }];
`;
  const compile = (text: string): string[] =>
    compileTree(
      new Map([
        [types.path, types.text],
        ["use.ts", text],
      ]),
    );
  expect(compile(use)).toEqual([]);
  expect(compile(use.replaceAll("1", '"1"'))).toHaveLength(3);
});
