import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { emitTexts } from "../../generator/emit/emit-pack.js";
import { buildWireDocument } from "../../generator/emit/types/build-wire-document.js";
import { planPack } from "../../generator/plan/plan-pack.js";
import { readModel } from "../../generator/read-model.js";
import { ProblemsError } from "../../generator/shared/problems.js";
import { startTypeScript } from "../../generator/workers/start-typescript.js";

type Node = Record<string, unknown>;

const folder = mkdtempSync(join(tmpdir(), "mutations-"));
const typescript = startTypeScript();
afterAll(async () => {
  await typescript.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What is changed: everything but the operation `safe`, which uses none of it. */
function api(version: string): Node {
  const answer = {
    description: "d",
    content: { "application/json": { schema: { $ref: "#/components/schemas/Tree" } } },
  };
  return {
    openapi: version,
    info: { title: "T", version: "1", license: { name: "MIT" } },
    servers: [{ url: "https://{region}.example.test", variables: { region: { default: "eu", enum: ["eu"] } } }],
    tags: [{ name: "one", externalDocs: { url: "https://docs.example.test" } }],
    paths: {
      "/safe": { get: { operationId: "safe", responses: { "200": { description: "d" } } } },
      "/trees/{id}": {
        parameters: [{ $ref: "#/components/parameters/Id" }],
        get: {
          operationId: "getTree",
          tags: ["one"],
          responses: { "200": answer, default: { $ref: "#/components/responses/Bad" } },
        },
        put: {
          operationId: "putTree",
          parameters: [{ name: "dry", in: "query", schema: { type: "boolean", default: false } }],
          requestBody: {
            required: true,
            content: { "application/json": { schema: { $ref: "#/components/schemas/Tree" } } },
          },
          responses: { "200": answer, "404": { $ref: "#/components/responses/Bad" } },
        },
      },
    },
    components: {
      parameters: {
        Id: { name: "id", in: "path", required: true, style: "simple", schema: { type: "string", pattern: "^a" } },
      },
      responses: { Bad: { description: "b", headers: { H: { schema: { type: "integer" } } } } },
      securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
      schemas: {
        Tree: {
          type: "object",
          required: ["name"],
          properties: {
            name: { type: "string", minLength: 1, enum: ["a", "b"] },
            kids: { type: "array", maxItems: 9, items: { $ref: "#/components/schemas/Tree" } },
            kind: {
              oneOf: [{ $ref: "#/components/schemas/Leaf" }, { type: "null" }],
              discriminator: { propertyName: "k" },
            },
          },
          additionalProperties: false,
        },
        Leaf: {
          allOf: [
            { type: "object", properties: { size: { type: "number", multipleOf: 0.5 } } },
            { not: { type: "string" } },
          ],
        },
      },
    },
  };
}

const values = [
  ...[null, 1, -1.5, "", "x", true, [], {}, [1], ["a"], [{}], [null], { a: "s" }, { a: 1 }, [[]], { a: [1] }],
  ...[{ $ref: "#/paths" }, { $ref: 1 }, { $ref: "#/components/schemas/Tree" }, { $ref: "#/components/responses/Bad" }],
  ...[{ type: "strng" }, { allOf: {} }, { properties: { a: "s" } }, { pattern: 1 }, { items: [{ required: true }] }],
];
const keys = `$ref type items properties allOf oneOf not required enum schema content parameters responses name in style
  explode servers security tags pattern minLength additionalProperties discriminator nullable default const nonsense`.split(
  /\s+/,
);

const change = fc.record({
  place: fc.nat(),
  how: fc.constantFrom("delete", "replace", "add"),
  key: fc.constantFrom(...keys),
  value: fc.constantFrom(...values),
});

function listPlaces(value: unknown, found: [Node, string][] = []): [Node, string][] {
  if (typeof value !== "object" || value === null) return found;
  for (const key of Object.keys(value)) {
    if (key === "/safe" || key === "openapi") continue;
    found.push([value as Node, key]);
    listPlaces((value as Node)[key], found);
  }
  return found;
}

it("a change anywhere in a document is a problem with a name, and costs only what reaches it", async () => {
  const mutated = fc.record({
    version: fc.constantFrom("3.0.3", "3.1.0"),
    changes: fc.array(change, { minLength: 1, maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(mutated, async ({ version, changes }) => {
      const document = api(version);
      for (const { place, how, key, value } of changes) {
        const places = listPlaces(document);
        const [holder, name] = places[place % places.length] ?? [document, "tags"];
        const old = holder[name];
        const copy = structuredClone(value);
        if (how === "delete") delete holder[name];
        else if (how === "replace" || typeof old !== "object" || old === null) holder[name] = copy;
        else (old as Node)[key] = copy;
      }
      // Without its paths, or with what makes two operations one, a document is refused as a whole.
      const { paths } = document;
      const text = JSON.stringify(document);
      writeFileSync(join(folder, "api.json"), text);
      try {
        const { model, loaded } = await readModel({ spec: "api.json", overlays: [], cwd: folder });
        emitTexts(planPack(model), loaded.templates);
        await typescript.printWireTypes(buildWireDocument(loaded.bareDocument, loaded.version));
        if (typeof paths === "object")
          expect(
            model.actions.map(({ name }) => name),
            text,
          ).toContain("safe");
      } catch (error) {
        if (!(error instanceof ProblemsError)) throw error;
        const codes = error.problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
        expect(["missing-paths", "ref-loop", "file-ref", "bad-server"], `${text}\n${error.message}`).toContain(
          codes[0],
        );
      }
    }),
    { seed: 20261127, numRuns: 80 },
  );
});
