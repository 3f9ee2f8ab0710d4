import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emitSources } from "../../../generator/emit/emit-pack.js";
import { buildWireDocument } from "../../../generator/emit/types/build-wire-document.js";
import { emitWireTypes } from "../../../generator/emit/types/emit-wire-types.js";
import { planPack } from "../../../generator/plan/plan-pack.js";
import type { JsonObject } from "../../../generator/shared/json.js";
import { startTypeScript, type TypeScript } from "../../../generator/workers/start-typescript.js";
import { cpuTime } from "../../helpers/cpu-time.js";
import { modelOf } from "../../helpers/model-text.js";

let typescript: TypeScript;
beforeAll(() => {
  typescript = startTypeScript();
});
afterAll(() => typescript.close());

/** The types of `components.schemas`, each on one line without its comments. */
async function typesOf(schemas: JsonObject, version = "3.1", paths: JsonObject = {}): Promise<Map<string, string>> {
  const text = await typescript.printWireTypes(buildWireDocument({ paths, components: { schemas } }, version));
  const [, body = ""] = /^ {4}schemas: \{\n([\s\S]*?)^ {4}\};$/m.exec(text) ?? [];
  const lines = body.replace(/\/\*\*[\s\S]*?\*\//g, "").split(/\n(?= {8}["\w$])/);
  expect(lines.length).toBeGreaterThan(0);
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [, name, type] = /^\s*("(?:[^"\\]|\\.)*"|[^\s:]+): ([\s\S]*);\s*$/.exec(line) ?? [];
      return name === undefined || type === undefined ? [] : [[name.replaceAll('"', ""), type.replace(/\s+/g, " ")]];
    }),
  );
}

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const typeOf = (name: string): string => `components["schemas"]["${name}"]`;

test.each<[string, JsonObject, string]>([
  ["a list of types", { type: ["string", "array", "null"], items: { type: "number" } }, "(string | number[]) | null"],
  ["values of objects", { type: "object", enum: [{ a: 1 }] }, "{ a: 1; }"],
  ["the constant null", { const: null }, "null"],
  ["true and false", { properties: { yes: true, no: false } }, "{ yes?: unknown; no?: never; }"],
  ["false among parts", { allOf: [false, { type: "string" }] }, "never & string"],
  ["keywords beside a choice", { type: "string", anyOf: [{ const: "a" }, { const: "b" }] }, 'string & ("a" | "b")'],
  [
    "a choice of what is required",
    { properties: { a: { type: "string" } }, anyOf: [{ required: ["a"] }] },
    "{ a?: string; }",
  ],
  ["definitions of its own", { $defs: { In: {} }, properties: { a: { type: "string" } } }, "{ a?: string; }"],
  ["types beyond JSON Schema", { type: "file" }, "unknown"],
])("%s", async (_, schema, type) => {
  expect((await typesOf({ It: schema })).get("It")).toBe(type);
});

test("in OpenAPI 3.0 what stands beside a reference is ignored, later it counts", async () => {
  const schemas = { A: { properties: { a: { type: "string" } } }, B: { ...ref("A"), properties: { b: {} } } };
  expect((await typesOf(schemas, "3.0")).get("B")).toBe(typeOf("A"));
  expect((await typesOf(schemas, "3.1")).get("B")).toBe(`${typeOf("A")} & { b?: unknown; }`);
});

describe("what a schema requires of another one", () => {
  const object = { type: "object", properties: { x: { type: "string" } } };
  const needs = { allOf: [ref("Base")], required: ["x"] };

  test("is said of an object", async () => {
    expect((await typesOf({ Base: object, Needs: needs })).get("Needs")).toBe(`WithRequired<${typeOf("Base")}, "x">`);
  });

  test.each<[string, JsonObject]>([
    ["may be null", { ...object, nullable: true }],
    ["is null or an object", { ...object, type: ["object", "null"] }],
    ["is a choice", { ...object, oneOf: [{ type: "object" }, ref("Other")] }],
    ["includes a choice", { ...object, allOf: [{ anyOf: [ref("Other"), { type: "null" }] }] }],
    ["is behind another name", { ...ref("Null") }],
  ])("is not said of one that %s, which has no such property to TypeScript", async (_, base) => {
    const schemas = { Base: base, Needs: needs, Other: object, Null: { ...object, nullable: true } };
    expect((await typesOf(schemas)).get("Needs")).toBe(typeOf("Base"));
  });
});

test("a reference to any other place is one to a component with a name of its own", async () => {
  const schemas = {
    Tree: { type: "object", properties: { "a/b": { type: "array", items: { type: "number" } } } },
    components_schemas_Tree_properties_a_b_items: { type: "null" },
    Into: { $ref: "#/components/schemas/Tree/properties/a~1b/items" },
    Path: { $ref: "#/paths/~1a/get/parameters/0/schema" },
  };
  const paths = { "/a": { get: { parameters: [{ name: "q", in: "query", schema: { type: "boolean" } }] } } };
  const types = await typesOf(schemas, "3.1", paths);
  const [, into = ""] = /\["([^"]*)"\]$/.exec(types.get("Into") ?? "") ?? [];
  expect(into).toMatch(/^components_schemas_Tree_properties_a_b_items_[0-9a-f]{8}$/);
  expect(types.get(into)).toBe("number");
  expect(types.get("Path")).toBe(typeOf("paths_a_get_parameters_0_schema"));
  expect(types.get("paths_a_get_parameters_0_schema")).toBe("boolean");
});

test.each(["100%", "a%41", "a#b", "#/x%", "a/b", "~1", "", " ", "__proto__", "constructor", "1e21", '"'])(
  "the name %j stays as it is, in properties, references and ids",
  async (name) => {
    const inner = { type: "object", properties: Object.fromEntries([[name, { properties: { deep: { const: 1 } } }]]) };
    const place = encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
    const schemas = { Into: { $ref: `#/components/schemas/Holder/properties/${place}` }, Holder: inner };
    const text = await typescript.printWireTypes(
      buildWireDocument(
        {
          paths: { [`/${name}`]: { get: { operationId: name, responses: { 200: { description: name } } } } },
          components: { schemas: Object.fromEntries([...Object.entries(schemas), [name, ref(place)]]) },
        },
        "3.1",
      ),
    );
    const keys = [...text.matchAll(/^ *("(?:[^"\\]|\\.)*"|[A-Za-z_$][\w$]*)\??: \{$/gm)].map(([, key = ""]) =>
      key.startsWith('"') ? JSON.parse(key) : key,
    );
    expect(keys).toContain(name);
    expect(keys).toContain(`/${name}`);
  },
);

test("a circle that TypeScript refuses is opened where a part includes the union that lists it", async () => {
  const types = await typesOf({
    Pet: { properties: { kind: { type: "string" } }, oneOf: [ref("Cat"), ref("Dog")] },
    Cat: { allOf: [ref("Pet"), { properties: { mew: { type: "boolean" } } }] },
    Dog: { properties: { bark: { type: "boolean" } } },
    Json: { anyOf: [{ type: "string" }, { type: "array", items: ref("Json") }] },
    Node: { properties: { next: ref("Node") } },
  });
  expect(types.get("Pet")).toBe(`{ kind?: string; } & (${typeOf("Cat")} | ${typeOf("Dog")})`);
  expect(types.get("Cat")).toBe("{ kind?: string; } & { mew?: boolean; }");
  expect(types.get("Json")).toBe("string | unknown[]");
  expect(types.get("Node")).toBe(`{ next?: ${typeOf("Node")}; }`);
});

test("a discriminator tells the parts of a union apart, in the union alone", async () => {
  const types = await typesOf({
    Pet: {
      oneOf: [ref("Cat"), ref("Dog"), ref("Own")],
      discriminator: {
        propertyName: "kind",
        mapping: { cat: "Cat", kitten: "#/components/schemas/Cat", gone: "Gone" },
      },
    },
    Cat: { type: "object", properties: { kind: { type: "string" } } },
    Dog: { type: "object" },
    Own: { type: "object", properties: { kind: { const: "mine" } } },
  });
  expect(types.get("Pet")).toBe(
    `(${typeOf("Cat")} & { kind: "cat" | "kitten"; }) | (${typeOf("Dog")} & { kind: "Dog"; }) | ${typeOf("Own")}`,
  );
  expect(types.get("Cat")).toBe("{ kind?: string; }");
});

test("long chains and wide circles of references cost little", async () => {
  const size = 2000;
  const chain = Array.from({ length: size }, (_, i) => [
    `S${i}`,
    { allOf: [ref(`S${(i + 1) % size}`), ref(`S${(i * 7) % size}`)], required: ["a"] },
  ]);
  const document = { paths: {}, components: { schemas: Object.fromEntries(chain) as JsonObject } };
  expect(await cpuTime(async () => buildWireDocument(document, "3.1"))).toBeLessThan(5000);
});

test("without the document's types, a pack is typed by its schemas and says so", async () => {
  const failing = { printWireTypes: () => Promise.reject(new Error("no types\nat a place")) };
  const spec = { path: "api.yaml", hash: "" };
  const wire = await emitWireTypes({ bareDocument: { paths: {} }, version: "3.1", spec }, failing);
  expect(wire).toMatchObject({ kind: "failed", problem: { code: "wire-types", severity: "warning" } });
  expect(wire.kind === "failed" && wire.problem.message).toContain("(no types)");

  const answer = "{ type: object, required: [a], properties: { a: { $ref: '#/components/schemas/A' } } }";
  const plan = planPack(
    modelOf(`
paths:
  /a: { get: { operationId: a, responses: { 200: { description: ok, content: { application/json: { schema: ${answer} } } } } } }
components: { schemas: { A: { type: string, enum: [x, y] } } }`),
    "schemas",
  );
  const sources = await emitSources(plan, typescript);
  const types = sources.find(({ path }) => path === "types/default.ts")?.text ?? "";
  expect(types).toMatch(/AResult = \{\s+a: "x" \| "y";\s+\};/);
  expect(sources.filter(({ text }) => text.includes("openapi.js"))).toEqual([]);
});
