import { describe, expect, test } from "vitest";
import { buildConstraints } from "../../../../generator/emit/docs/build-constraints.js";
import { buildFields } from "../../../../generator/emit/docs/build-fields.js";
import { buildTypeText } from "../../../../generator/emit/docs/build-type-text.js";
import type { Json, JsonObject } from "../../../../generator/shared/json.js";
import { cpuTime } from "../../../helpers/cpu-time.js";

const root: JsonObject = {
  $defs: {
    Name: { type: "string", maxLength: 9 },
    Node: { type: "object", properties: { child: { $ref: "#/$defs/Node" }, list: { $ref: "#/$defs/List" } } },
    List: { anyOf: [{ type: "string" }, { type: "array", items: { $ref: "#/$defs/List" } }] },
    Self: { $ref: "#/$defs/Self" },
    Both: { allOf: [{ $ref: "#/$defs/Node" }, { properties: { more: { type: "null" } }, required: ["more"] }] },
  },
};

describe("schemas in words", () => {
  test.each<[Json, string]>([
    [{ type: ["string", "null"] }, "string | null"],
    [{ $ref: "#/$defs/Name" }, "string"],
    [{ type: "array", items: { anyOf: [{ type: "string" }, { type: "integer" }] } }, "(string | integer)[]"],
    [{ type: "object", additionalProperties: { type: "number" } }, "map of number"],
    [{ enum: ["a", null] }, "string | null"],
    [{ $ref: "#/$defs/Both" }, "object"],
    [{ $ref: "#/$defs/Self" }, "any"],
    [{ $ref: "#/$defs/constructor" }, "any"],
    [true, "any"],
  ])("type of %j", (schema, text) => {
    expect(buildTypeText(schema, root)).toBe(text);
  });

  test.each<[Json, string]>([
    [{ type: "integer", minimum: 1, maximum: 100 }, "1 to 100"],
    [{ type: "string", minLength: 1 }, "at least 1 character"],
    [{ type: "string", minLength: 3, maxLength: 3 }, "exactly 3 characters"],
    [{ type: "string", pattern: "\\S" }, "not blank"],
    [
      { type: "array", maxItems: 2, uniqueItems: true, items: { format: "uuid" } },
      "at most 2 items; no duplicates; each format `uuid`",
    ],
    [{ anyOf: [{ $ref: "#/$defs/Name" }, { type: "null" }] }, "at most 9 characters"],
    [{ enum: ["a", 1] }, 'one of `"a"`, `1`'],
    [{ oneOf: [{ const: "a" }, { enum: ["b", "a"] }] }, 'one of `"a"`, `"b"`'],
    [
      {
        anyOf: [
          { type: "string", const: "a", maxLength: 2 },
          { type: "string", maxLength: 2 },
        ],
      },
      "at most 2 characters",
    ],
  ])("constraints of %j", (schema, text) => {
    expect(buildConstraints(schema, root).join("; ")).toBe(text);
  });

  test("fields end where a schema repeats itself", () => {
    const fields = [...buildFields({ $ref: "#/$defs/Both" }, root, "", 1)];
    expect(fields.map(({ name, required }) => [name, required])).toEqual([
      ["child", ""],
      ["child.child", ""],
      ["child.list", ""],
      ["list", ""],
      ["more", "yes"],
    ]);
  });

  test("fields end where a list holds itself in a part of another", () => {
    const nested: JsonObject = { $defs: { L: { type: "array", items: { allOf: [{ $ref: "#/$defs/L" }] } } } };
    expect([...buildFields({ $ref: "#/$defs/L" }, nested, "", 1)]).toEqual([]);
  });
});

describe("unions whose branches share the next union", () => {
  const depth = 40;
  const step = (index: number, name: string): Json => ({
    type: "object",
    minProperties: index,
    allOf: [{ $ref: `#/$defs/S${index + 1}` }],
    properties: { [`${name}${index}`]: { type: "string" } },
  });
  const chain: JsonObject = {
    $defs: Object.fromEntries([
      ...Array.from({ length: depth }, (_, index) => [`S${index}`, { anyOf: [step(index, "x"), step(index, "y")] }]),
      [`S${depth}`, { type: "object", properties: { last: { type: "string" } } }],
    ]) as JsonObject,
  };

  test("are read once, not once for each way to them", async () => {
    let names: readonly string[] = [];
    let constraints: readonly string[] = [];
    const time = await cpuTime(() => {
      names = [...buildFields({ $ref: "#/$defs/S0" }, chain, "", 1)].map(({ name }) => name);
      constraints = buildConstraints({ $ref: "#/$defs/S0" }, chain);
    });
    expect(names).toHaveLength(2 * depth + 1);
    expect(constraints).toEqual(["at least 0 properties", "at least 1 property"]);
    expect(time).toBeLessThan(2000);
  });

  test("are named once for each depth", async () => {
    const union = (name: string): Json => ({ anyOf: Array.from({ length: 500 }, () => ({ $ref: `#/$defs/${name}` })) });
    const wide: JsonObject = { $defs: { A: union("B"), B: union("C"), C: { type: "string" } } };
    let text = "";
    const time = await cpuTime(() => {
      text = buildTypeText(union("A"), wide);
    });
    expect(text).toBe("string");
    expect(time).toBeLessThan(2000);
  });
});
