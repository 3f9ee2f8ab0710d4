import { expect, test } from "vitest";
import { holdsLargeIntegers } from "../../../generator/plan/holds-large-integers.js";

test.each([
  [{ type: "integer" }, true],
  [{ type: "integer", minimum: 1 }, true],
  [{ type: "integer", maximum: 1e18 }, true],
  [{ type: ["integer", "null"] }, true],
  [{ type: "array", items: { type: "object", properties: { id: { type: "integer" } } } }, true],
  [{ $ref: "#/$defs/A", $defs: { A: { type: "integer" } } }, true],
  [{ type: "integer", maximum: 100 }, false],
  [{ type: "integer", exclusiveMaximum: 100 }, false],
  [{ type: "integer", minimum: 1, allOf: [{ maximum: 100 }] }, false],
  [{ type: "integer", enum: [1, 2] }, false],
  [{ type: ["integer", "string"] }, false],
  [{ type: "number" }, false],
  [{ type: "string", enum: ["integer"] }, false],
])("%j: %s", (schema, large) => {
  expect(holdsLargeIntegers(schema)).toBe(large);
});
