import { describe, expect, it } from "vitest";
import { actionOf, modelOf, operationOf, problemsOf } from "../../helpers/model-text.js";

function spec(schema: string, { required = false, schemas = "" } = {}): string {
  return `
paths:
  /x:
    post:
      operationId: x
      requestBody: { required: true, content: { application/json: { schema: { type: object, ${required ? "required: [value], " : ""}properties: { value: ${schema} } } } } }
      responses: { "200": { description: ok } }
components: { schemas: { ${schemas} } }
`;
}

function read(schema: string, schemas = ""): { shown: unknown; codes: readonly string[] } {
  const document = spec(schema, { schemas });
  const { value } = actionOf(modelOf(document), "x").inputSchema.properties as { value: unknown };
  return { shown: value, codes: problemsOf(document).map(({ code }) => code) };
}

describe("what a schema lists follows its type", () => {
  it.each([
    ["{ type: integer, enum: ['10', '20', x] }", { type: "integer", enum: [10, 20] }],
    ["{ type: string, enum: [2023, true] }", { type: "string", enum: ["2023", "true"] }],
    ["{ type: boolean, const: 'true' }", { type: "boolean", const: true }],
    ["{ type: integer, default: '5' }", { type: "integer", default: 5 }],
    ["{ type: array, items: { type: string }, default: a }", { type: "array", items: { type: "string" } }],
    ["{ type: array, items: { type: string }, enum: [a] }", { type: "array", items: { type: "string" } }],
    ["{ type: integer, enum: ['1e3'] }", { type: "integer" }],
  ])("%s", (schema, shown) => {
    expect(read(schema)).toEqual({ shown, codes: ["value-type"] });
  });

  it.each([
    ["{ enum: [red, blue] }", { type: "string", enum: ["red", "blue"] }],
    ["{ enum: [1, 2.5, null] }", { type: ["number", "null"], enum: [1, 2.5, null] }],
    [
      "{ anyOf: [{ const: a }, { const: 1 }] }",
      {
        anyOf: [
          { type: "string", const: "a" },
          { type: "integer", const: 1 },
        ],
      },
    ],
    ["{ pattern: '^x$', maxLength: 3 }", { type: "string", pattern: "^x$", maxLength: 3 }],
    ["{ minimum: 1 }", { type: "number", minimum: 1 }],
    ["{ additionalProperties: { type: string } }", { type: "object", additionalProperties: { type: "string" } }],
    ["{ minimum: 1, minLength: 1 }", { minLength: 1, minimum: 1 }],
    // The type is said around it, and may allow more.
    ["{ type: [string, 'null'], allOf: [{ maxLength: 3 }] }", { type: ["string", "null"], maxLength: 3 }],
    ["{ not: { enum: [a] } }", { not: { enum: ["a"] } }],
    ["{ prefixItems: [{ type: string }, true] }", { type: "array", prefixItems: [{ type: "string" }, {}], items: {} }],
  ])("is implied where that is certain: %s", (schema, shown) => {
    expect(read(schema)).toEqual({ shown, codes: [] });
  });
});

describe("oneOf", () => {
  it.each([
    "[{ type: number }, { type: integer }]",
    "[{ type: string }, { type: string, format: uuid }]",
    "[{ type: object, properties: { a: { type: string } } }, { type: object, properties: { a: { type: string }, b: { type: string } } }]",
    "[{ type: [string, 'null'] }, { type: [integer, 'null'] }]",
  ])("of branches that overlap is offered as anyOf: %s", (branches) => {
    const { shown, codes } = read(`{ oneOf: ${branches} }`);
    expect(shown).toHaveProperty("anyOf");
    expect(codes).toEqual(["overlapping-one-of"]);
  });

  it.each([
    "[{ type: string }, { type: integer }]",
    "[{ type: string, enum: [a] }, { type: string, enum: [b] }]",
    "[{ type: object, required: [a], properties: { a: { const: 1 } } }, { type: object, properties: { a: { const: 2 } } }]",
    "[{ type: object, required: [a], properties: { a: {} } }, { type: object, properties: { b: {} }, additionalProperties: false }]",
    "[{ type: integer, maximum: 5 }, { type: integer, minimum: 6 }]",
    "[{ required: [a] }, { required: [b] }]",
  ])("of branches that exclude each other stays: %s", (branches) => {
    const { shown, codes } = read(`{ oneOf: ${branches} }`);
    expect(shown).toHaveProperty("oneOf");
    expect(codes).toEqual([]);
  });
});

describe("a schema that no value fits", () => {
  const loop = "Loop: { type: object, required: [next], properties: { next: { $ref: '#/components/schemas/Loop' } } }";
  it.each([
    ["{ type: integer, minimum: 5, maximum: 3 }", ""],
    ["{ type: string, minLength: 5, maxLength: 3 }", ""],
    ["{ type: array, minItems: 2, maxItems: 1, items: {} }", ""],
    ["{ allOf: [{ type: string }, { type: integer }] }", ""],
    ["{ type: object, required: [a], properties: { a: false } }", ""],
    ["{ anyOf: [{ type: integer, minimum: 2, maximum: 1 }, { allOf: [{ type: string }, { type: boolean }] }] }", ""],
    ["{ $ref: '#/components/schemas/Loop' }", loop],
  ])("%s", (schema, schemas) => {
    expect(read(schema, schemas).codes).toContain("unsatisfiable");
    const needed = spec(schema, { required: true, schemas });
    expect(operationOf(modelOf(needed), "x").unsupported?.code).toBe("unsatisfiable");
    expect(problemsOf(needed)).toMatchObject([
      { code: "unsatisfiable", message: expect.stringContaining("x is omitted") },
    ]);
  });

  it.each([
    ["{ type: [string, 'null'], minLength: 5, maxLength: 3 }", ""],
    ["{ type: object, properties: { a: false } }", ""],
    ["{ anyOf: [{ type: 'null' }, { $ref: '#/components/schemas/Loop' }] }", loop.replace("required: [next], ", "")],
    ["{ allOf: [{ type: number }, { type: integer }] }", ""],
  ])("is not one that some value fits: %s", (schema, schemas) => {
    expect(read(schema, schemas).codes).toEqual([]);
  });
});

it("closes the parts of a schema together where they would refuse each other's properties", () => {
  const base =
    "Base: { type: object, additionalProperties: false, required: [a], properties: { a: { type: string } } }";
  const { shown, codes } = read(
    "{ allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, additionalProperties: false, properties: { b: { type: string } } }] }",
    base,
  );
  expect(shown).toEqual({
    type: "object",
    properties: { a: { type: "string" }, b: { type: "string" } },
    required: ["a"],
    additionalProperties: false,
  });
  expect(codes).toEqual(["closed-parts"]);
});
