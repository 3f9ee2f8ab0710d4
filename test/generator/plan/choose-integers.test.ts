import { expect, test } from "vitest";
import { chooseIntegers } from "../../../generator/plan/choose-integers.js";
import type { JsonObject } from "../../../generator/shared/json.js";

const closed = (properties: JsonObject): JsonObject => ({ type: "object", properties, additionalProperties: false });
const open = { type: "object" };

test.each<[JsonObject, string | true | undefined]>([
  [closed({ id: { type: "integer" }, open }), "readIntegers"],
  [closed({ page: { type: "integer", maximum: 10 }, name: { type: "string", allOf: [{ pattern: "a" }] } }), undefined],
  [closed({ kind: { enum: ["a"] }, only: { const: 1 }, one: { anyOf: [{ type: "string" }] } }), undefined],
  [closed({ names: { ...closed({}), propertyNames: { pattern: "a" } } }), undefined],
  [closed({ open }), true],
  [closed({ any: {} }), true],
  [closed({ list: { type: "array", items: {} } }), true],
  [closed({ open, share: { type: "number", maximum: 1 } }), true],
  // Only the schema tells a double from an id.
  [closed({ open, price: { type: "number" } }), "readIntegers"],
])("%j: %s", (schema, name) => {
  const { exact, readIntegers } = chooseIntegers(schema);
  expect(readIntegers?.name ?? exact).toBe(name);
});
