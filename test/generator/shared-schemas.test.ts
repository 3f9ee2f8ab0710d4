import { describe, expect, test } from "vitest";
import { emitTypes } from "../../generator/emit/types/emit-types.js";
import { emitValidators } from "../../generator/emit/validators/emit-validators.js";
import { planPack } from "../../generator/plan/plan-pack.js";
import type { Json, JsonObject } from "../../generator/shared/json.js";
import { cpuTime } from "../helpers/cpu-time.js";
import { modelOf } from "../helpers/model-text.js";

const depth = 24;

/** Each schema uses the next one twice or more: written out, the first would hold millions of copies of the last. */
const shapes: Readonly<Record<string, (next: Json) => JsonObject>> = {
  allOf: (next) => ({ allOf: [next, next] }),
  anyOf: (next) => ({ anyOf: [next, next] }),
  oneOf: (next) => ({ oneOf: [next, next] }),
  not: (next) => ({ not: { anyOf: [next, next] } }),
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nothing awaits this table.
  if: (next) => ({ if: next, then: next, else: next }),
  properties: (next) => ({ type: "object", properties: { a: next, b: next, id: { type: "string", readOnly: true } } }),
  "properties of parts": (next) => ({ allOf: [next, { type: "object", properties: { a: next } }] }),
  patternProperties: (next) => ({ type: "object", patternProperties: { "^a": next, "^b": next } }),
  additionalProperties: (next) => ({ type: "object", additionalProperties: { anyOf: [next, next] } }),
  dependentSchemas: (next) => ({ type: "object", dependentSchemas: { a: next, b: next } }),
  items: (next) => ({ type: "array", prefixItems: [next, next], items: next }),
  contains: (next) => ({ type: "array", contains: next, items: next }),
};

describe("a chain of schemas that use each other many times costs as much as its length", () => {
  test.each(Object.entries(shapes))("%s", async (_, shape) => {
    const schemas: Record<string, Json> = { [`A${depth}`]: { type: "object", properties: { leaf: { enum: ["x"] } } } };
    for (let at = 0; at < depth; at += 1) schemas[`A${at}`] = shape({ $ref: `#/components/schemas/A${at + 1}` });
    const content = { "application/json": { schema: { properties: { v: { $ref: "#/components/schemas/A0" } } } } };
    const post = { operationId: "a", requestBody: { content }, responses: { 200: { description: "ok", content } } };
    const spec = JSON.stringify({ openapi: "3.1.0", paths: { "/a": { post } }, components: { schemas } });
    let written = "";
    const spent = await cpuTime(() => {
      const plan = planPack(modelOf(spec));
      written = JSON.stringify([plan.groups.map(emitTypes), emitValidators(plan)]);
    });
    expect(spent).toBeLessThan(6000);
    expect(written.length).toBeLessThan(4_000_000);
  });
});
