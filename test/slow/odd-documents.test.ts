import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generate } from "../../generator/generate.js";
import type { Json, JsonObject } from "../../generator/shared/json.js";
import { compileTree } from "../helpers/compile-tree.js";

const names = ["100%", "a%41", "a#b", "#/x", "a/b", "a~b", "~1", 'q"', "ünï", "__proto__", "constructor", "toString"];
const more = [" ", "", "0", "1e21", "-1", "NaN", "class", "a.b", "*/", "`", "\\", "a#/b%", ".."];
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: JsonObject, rest: JsonObject = {}): JsonObject => ({ type: "object", properties, ...rest });
const text = { type: "string" };
const step = (name: string): string => encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));

/** Schemas that OpenAPI allows and generators stumble over, by what is odd about them. */
const schemas: JsonObject = {
  Names: object(
    Object.fromEntries([...names, ...more].map((name) => [name, object({ deep: object({ deeper: text }) })])),
  ),
  Null: object({ x: text }, { type: ["object", "null"] }),
  NeedsNull: { allOf: [ref("Null")], required: ["x"] },
  Alias: ref("Null"),
  NeedsAlias: { allOf: [ref("Alias"), { allOf: [ref("Choice")] }], required: ["x"] },
  Choice: object({ x: text }, { anyOf: [{ required: ["x"] }, object({ y: { type: "number" } })] }),
  Json: { anyOf: [text, { type: "array", items: ref("Json") }, { type: "object", additionalProperties: ref("Json") }] },
  List: { type: "array", items: ref("List") },
  Tuple: { type: "array", prefixItems: [ref("Tuple"), text] },
  Tree: object({ children: { type: "array", items: ref("Tree") }, parent: ref("Tree") }, { required: ["parent"] }),
  Pet: object({ kind: text, name: text }, { oneOf: [ref("Cat"), ref("Dog")], discriminator: { propertyName: "kind" } }),
  Cat: { allOf: [ref("Pet"), object({ mew: { type: "boolean" } })], required: ["name"] },
  Dog: { allOf: [ref("Pet")], properties: { bark: { type: "boolean" } } },
  Any: {
    anyOf: [ref("Cat"), { type: "null" }, ref("Tree")],
    discriminator: { propertyName: "__proto__", mapping: { "a%": "Cat", b: "#/components/schemas/Gone" } },
  },
  Mixed: { enum: ["a", 1, null, true, { a: 1 }, [1, "x"], -3, 1e21] },
  Values: object({ a: { type: "number" } }, { enum: [{ a: 1 }, { "b-c": 2 }] }),
  Const: object({ a: { const: "x" }, b: { const: null }, c: { const: { a: [1, { b: 2 }], "x-y": null } } }),
  Types: { type: ["string", "integer", "object", "array", "null"], items: { type: ["object", "array"] } },
  Booleans: object({ yes: true, no: false }, { allOf: [true], anyOf: [false, true], required: ["yes", "no"] }),
  Defs: object({ a: { $ref: "#/components/schemas/Defs/$defs/we~1ird%20%25" } }, { $defs: { "we/ird %": text } }),
  Anchor: object({ a: text }, { $id: "https://example.com/anchor", $anchor: "here" }),
  Pattern: object({ a: text }, { patternProperties: { "^x-": { type: "number" } }, additionalProperties: false }),
  Beside: { ...ref("Tree"), properties: { more: text }, required: ["more"] },
  Places: object({
    parameter: { $ref: "#/paths/~1odd/get/parameters/0/schema" },
    answer: { $ref: "#/components/responses/Names/content/application~1json/schema" },
    items: { $ref: "#/components/schemas/Tree/properties/children/items" },
    part: { $ref: "#/components/schemas/Cat/allOf/1" },
  }),
  "a.b-c": text,
  ["__proto__"]: text,
};

const answer = (schema: Json): JsonObject => ({ description: "", content: { "application/json": { schema } } });

function buildPaths(): JsonObject {
  const listed = Object.keys(schemas).map((name): [string, Json] => [
    `/${name}`,
    {
      get: { responses: { 200: answer(ref(step(name))) } },
      post: {
        requestBody: { content: { "application/json": { schema: object({ it: ref(step(name)) }) } } },
        responses: { "2XX": answer({ type: "array", items: ref(step(name)) }), default: { description: "" } },
      },
    },
  ]);
  const ids = [...names, ...more]
    .filter(Boolean)
    .map((operationId, index): [string, Json] => [
      `/ids/${index}`,
      { get: { operationId, responses: { 200: answer(ref(`Names/properties/${step(operationId)}`)) } } },
    ]);
  const odd = {
    parameters: [{ name: "100%", in: "query", schema: object({ a: text }) }],
    responses: { 200: { $ref: "#/components/responses/Names" }, 404: { $ref: "#/paths/~1odd/get/responses/200" } },
  };
  return Object.fromEntries([...listed, ...ids, ["/odd", { get: odd }], ["/per%cent", { get: odd }]]);
}

test("a pack of everything odd compiles under the strictest settings, with all of its tools", async () => {
  const folder = mkdtempSync(join(tmpdir(), "toolpack-odd-"));
  try {
    const document = {
      openapi: "3.1.0",
      info: { title: "Odd", version: "1.0.0" },
      servers: [{ url: "https://api.example.com" }],
      paths: buildPaths(),
      webhooks: { "100%": { post: { responses: { 200: { description: "" } } } } },
      components: { schemas, responses: { Names: { ...answer(ref("Names")), headers: { "X-%": { schema: text } } } } },
    };
    writeFileSync(join(folder, "odd.json"), JSON.stringify(document));
    const { files, plan, problems } = await generate({ spec: "odd.json", overlays: [], cwd: folder });
    expect(problems.map(({ code }) => code)).toEqual([
      "schema-id",
      "discriminator-mapping",
      "unsatisfiable",
      "unsatisfiable",
    ]);
    expect(plan.tools).toHaveLength(plan.model.operations.length);
    expect(compileTree(new Map(files.map(({ path, text }) => [path, text])))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
