import { expect, it } from "vitest";
import { describeTool, structureResult } from "../../../runtime/mcp/describe-tools.js";
import { tool } from "../../runtime/fixtures.js";
import { contents } from "../command/fixture.js";

it("wraps what is no object, in the schema and in the result alike", () => {
  const list = tool("list", {}, { outputSchema: { type: "array", items: { $ref: "#/$defs/a" }, $defs: { a: {} } } });
  expect(describeTool(list).outputSchema).toEqual({
    type: "object",
    properties: { result: { type: "array", items: { $ref: "#/$defs/a" } } },
    required: ["result"],
    $defs: { a: {} },
  });
  expect(structureResult(list, [1])).toEqual({ result: [1] });
  const either = tool("either", {}, { outputSchema: { anyOf: [{ type: "object" }, { type: "null" }] } });
  expect(structureResult(either, { a: 1 })).toEqual({ result: { a: 1 } });
  const object = tool("object", {}, { outputSchema: { type: "object" } });
  expect(describeTool(object).outputSchema).toBe(object.outputSchema);
  expect(structureResult(object, { a: 1 })).toEqual({ a: 1 });
  expect(structureResult(tool("free", {}), null)).toEqual({ result: null });
});

it("gives every tool of the pack a root object", () => {
  for (const each of contents.tools) {
    const { inputSchema, outputSchema = { type: "object" } } = describeTool(each);
    expect([inputSchema.type, outputSchema.type], each.name).toEqual(["object", "object"]);
  }
});
