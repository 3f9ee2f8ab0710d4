import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { limitEvaluations, MAX_EVALUATIONS } from "../../../generator/model/schema/limit-evaluations.js";
import type { JsonSchema } from "../../../generator/model/types.js";
import { cpuTime } from "../../helpers/cpu-time.js";
import { actionOf, modelOf, problemsOf } from "../../helpers/model-text.js";

const { Ajv2020 } = createRequire(import.meta.url)("ajv/dist/2020.js") as typeof import("ajv/dist/2020.js");

const depth = 40;
const ref = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });

/** Definitions of which each combines the next one with itself. */
function chain(step: (next: JsonSchema) => JsonSchema): ReadonlyMap<string, JsonSchema> {
  const names = Array.from({ length: depth }, (_, index) => `S${index}`);
  const defs = new Map(names.map((name, index) => [name, step(ref(names[index + 1] ?? "End"))]));
  return defs.set("End", { type: "object", properties: { a: { type: "string" } }, required: ["a"] });
}

function accepts(defs: ReadonlyMap<string, JsonSchema>, schema: JsonSchema, value: unknown): boolean {
  const ajv = new Ajv2020({ strict: false, inlineRefs: false });
  return ajv.validate({ ...schema, $defs: Object.fromEntries(defs) }, value) as boolean;
}

describe("combinations of schemas that share others", () => {
  it.each<[string, (next: JsonSchema) => JsonSchema, unknown]>([
    ["allOf and anyOf", (next) => ({ allOf: [next], anyOf: [next, { not: next }] }), { a: "x" }],
    ["oneOf", (next) => ({ oneOf: [next, { allOf: [next], required: ["b"] }] }), { a: "x" }],
    ["if", (next) => ({ if: next, else: { allOf: [next, next] } }), { a: "x" }],
    ["dependentSchemas", (next) => ({ dependentSchemas: { a: next, b: next } }), { a: "x", b: "y" }],
    ["a list of the like", (next) => ({ allOf: [next, { anyOf: [next] }], unevaluatedProperties: false }), { a: "x" }],
  ])("are checked in time: %s", async (_, step, value) => {
    const given = chain(step);
    const { defs, limit, slow } = limitEvaluations(given);
    expect(slow.size).toBeGreaterThan(0);
    const root = limit({ type: "object", properties: { body: ref("S0") } });
    const results: boolean[] = [];
    const time = await cpuTime(() => {
      results.push(accepts(defs, root, { body: value }), accepts(defs, root, { body: { a: 1, b: 1 } }));
    });
    // A value that fits stays one that fits.
    expect(results[0]).toBe(true);
    expect(time).toBeLessThan(4000);
  });

  it("are given up only where they are too many", () => {
    const { slow, defs } = limitEvaluations(chain((next) => ({ anyOf: [next, next] })));
    const kept = [...defs].filter(([, schema]) => schema.anyOf !== undefined).map(([name]) => name);
    expect(kept).toHaveLength(depth - slow.size);
    expect(slow.size).toBeLessThan(6);
  });

  it("are left alone where each is applied once", () => {
    const wide = { anyOf: Array.from({ length: MAX_EVALUATIONS / 2 }, () => ({ type: "string" })) };
    const defs = new Map([["Wide", wide]]);
    const limits = limitEvaluations(defs);
    expect([limits.defs, limits.limit(ref("Wide"))]).toEqual([defs, ref("Wide")]);
    expect(limits.isSlow({ anyOf: [ref("Wide"), ref("Wide")] })).toBe(true);
    expect(limits.limit({ type: "object", properties: { a: { anyOf: [ref("Wide"), ref("Wide")] } } })).toEqual({
      type: "object",
      properties: { a: {} },
    });
  });

  it("leave no condition behind that would refuse what is right", () => {
    const step = (next: JsonSchema): JsonSchema => ({ anyOf: [next, { allOf: [next] }] });
    const defs = new Map([
      ...chain(step),
      ["Not", { not: { properties: { deep: ref("S0") } } }],
      ["One", { oneOf: [{ items: ref("S0") }, { type: "array", maxItems: 0 }] }],
      ["Few", { contains: ref("S0"), maxContains: 1 }],
    ]);
    const limits = limitEvaluations(defs);
    expect(["Not", "One", "Few"].map((name) => limits.defs.get(name))).toEqual([
      {},
      { anyOf: [{ items: ref("S0") }, { type: "array", maxItems: 0 }] },
      { contains: ref("S0") },
    ]);
  });
});

it("are reported with their place, and stay in what a model sees", () => {
  const schema = (index: number): string =>
    index === depth
      ? "{ type: string }"
      : `{ anyOf: [{ $ref: "#/components/schemas/S${index + 1}" }, { allOf: [{ $ref: "#/components/schemas/S${index + 1}" }], maxLength: ${index} }] }`;
  const spec = `
paths:
  /x:
    post:
      operationId: x
      requestBody: { content: { application/json: { schema: { type: object, properties: { v: { $ref: "#/components/schemas/S0" } } } } } }
      responses: { "200": { description: ok } }
components:
  schemas:
${Array.from({ length: depth + 1 }, (_, index) => `    S${index}: ${schema(index)}`).join("\n")}
`;
  const problems = problemsOf(spec);
  expect(new Set(problems.map(({ code, severity }) => `${code} ${severity}`))).toEqual(
    new Set(["slow-schema warning"]),
  );
  expect(problems.every(({ at }) => (at?.line ?? 0) > 10)).toBe(true);
  const { checkedSchema, inputSchema } = actionOf(modelOf(spec), "x");
  const count = (text: unknown): number => JSON.stringify(text).split('"anyOf"').length;
  expect(count(checkedSchema)).toBeLessThan(count(inputSchema));
});

it("are an error in the overrides, at the action", () => {
  const spec = `
paths:
  /x: { get: { operationId: x, parameters: [{ name: v, in: query, schema: { type: string } }], responses: {} } }
`;
  const defs = Array.from({ length: depth }, (_, index) => {
    const next = `{ $ref: "#/$defs/S${index + 1}" }`;
    return `S${index}: ${index === depth - 1 ? "{ minLength: 1 }" : `{ anyOf: [${next}, { not: ${next} }] }`}`;
  });
  const check = `{ $ref: "#/$defs/S0", $defs: { ${defs.join(", ")} } }`;
  const overrides = `
actions:
  - { name: x, title: X, group: g, description: Do x., operation: x, effect: read, bind: none, arguments: { v: { check: ${check} } } }
`;
  expect(problemsOf(spec, overrides)).toMatchObject([
    { code: "slow-schema", severity: "error", at: { file: "api.overrides.yaml", line: 3 } },
  ]);
});
