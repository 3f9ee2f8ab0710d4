import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../../generator/model/types.js";
import { actionOf, modelOf, problemsOf } from "../../helpers/model-text.js";

/** The one argument `value` of an operation whose body has that property, and the same as an answer. */
function translate(version: string, schema: string, components = "{}"): { input: unknown; output: unknown } {
  const model = modelOf(`
openapi: ${version}
paths:
  /x:
    post:
      operationId: x
      requestBody:
        required: true
        content: { application/json: { schema: { type: object, properties: { value: ${schema} } } } }
      responses:
        "200": { description: ok, content: { application/json: { schema: ${schema} } } }
components: { schemas: ${components} }
`);
  const action = actionOf(model, "x");
  return {
    input: (action.inputSchema.properties as JsonSchema).value,
    output: action.outputSchema,
  };
}

describe("OpenAPI 3.0 as JSON Schema 2020-12", () => {
  it.each([
    ["{ type: string, nullable: true }", { type: ["string", "null"] }],
    ["{ type: string, enum: [a, b], nullable: true }", { type: ["string", "null"], enum: ["a", "b", null] }],
    ["{ nullable: true }", {}],
    ["{ enum: [a], nullable: true }", { type: ["string", "null"], enum: ["a", null] }],
    [
      "{ allOf: [{ $ref: '#/components/schemas/N' }], nullable: true, description: d }",
      { description: "d", anyOf: [{ type: "integer" }, { type: "null" }] },
    ],
    ["{ $ref: '#/components/schemas/N', nullable: true }", { anyOf: [{ type: "integer" }, { type: "null" }] }],
    ["{ $ref: '#/components/schemas/N', maximum: 5 }", { type: "integer" }],
    [
      "{ anyOf: [{ type: string }, { type: integer }], nullable: true }",
      { anyOf: [{ type: "string" }, { type: "integer" }, { type: "null" }] },
    ],
    ["{ type: number, minimum: 1, exclusiveMinimum: true }", { type: "number", exclusiveMinimum: 1 }],
    ["{ type: number, maximum: 9, exclusiveMaximum: false }", { type: "number", maximum: 9 }],
    ["{ type: integer, format: int64 }", { type: "integer" }],
    ["{ type: string, format: byte }", { type: "string", contentEncoding: "base64" }],
    ["{ type: string, format: binary }", { type: "string" }],
    [
      "{ type: string, format: date-time, title: t, example: e, xml: { name: n }, x-y: 1, deprecated: true }",
      { type: "string", format: "date-time" },
    ],
    ["{ type: array }", { type: "array", items: {} }],
    ["{ type: object }", { type: "object" }],
    [
      "{ type: object, additionalProperties: { type: string } }",
      { type: "object", additionalProperties: { type: "string" } },
    ],
    ["{ properties: { a: { type: string } } }", { type: "object", properties: { a: { type: "string" } } }],
    ["{ type: string, enum: [a, a, b] }", { type: "string", enum: ["a", "b"] }],
    ["{ type: string, default: null }", { type: "string" }],
  ])("%s", (schema, expected) => {
    expect(translate("3.0.3", schema, "{ N: { type: integer } }").input).toEqual(expected);
  });
});

describe("OpenAPI 3.1", () => {
  it.each([
    ["{ type: [string, 'null'] }", { type: ["string", "null"] }],
    ["{ const: 1 }", { type: "integer", const: 1 }],
    ["{ $ref: '#/components/schemas/N', maximum: 5 }", { type: "integer", maximum: 5 }],
    ["{ $ref: '#/components/schemas/N', minimum: 2 }", { minimum: 2, allOf: [{ type: "integer", minimum: 1 }] }],
    [
      "{ type: array, prefixItems: [{ type: string }], items: false }",
      { type: "array", prefixItems: [{ type: "string" }], items: {}, maxItems: 1 },
    ],
    ["{ type: number, exclusiveMinimum: 0 }", { type: "number", exclusiveMinimum: 0 }],
  ])("%s", (schema, expected) => {
    const components = schema.includes("minimum") ? "{ N: { type: integer, minimum: 1 } }" : "{ N: { type: integer } }";
    expect(translate("3.1.0", schema, components).input).toEqual(expected);
  });
});

describe("directions", () => {
  const pet =
    "{ Pet: { type: object, required: [id, name, secret], properties: { id: { type: string, readOnly: true }, name: { type: string }, secret: { type: string, writeOnly: true } } } }";

  it("drops readOnly from inputs and writeOnly from results, also from required", () => {
    const { input, output } = translate("3.1.0", "{ $ref: '#/components/schemas/Pet' }", pet);
    expect(input).toMatchObject({ required: ["name", "secret"] });
    expect(Object.keys((input as { properties: object }).properties)).toEqual(["name", "secret"]);
    expect(output).toMatchObject({ required: ["id", "name"] });
  });

  it("drops a required name whose readOnly property stands in another part of allOf", () => {
    const { input } = translate(
      "3.1.0",
      "{ allOf: [{ $ref: '#/components/schemas/Pet' }, { required: [id, name] }] }",
      pet,
    );
    expect(new Set((input as { required: string[] }).required)).toEqual(new Set(["name", "secret"]));
  });
});

describe("references", () => {
  const tree =
    "{ Tree: { type: object, properties: { name: { type: string, description: d }, children: { type: array, items: { $ref: '#/components/schemas/Tree' } } } } }";

  it("keeps recursion under $defs at the root of the arguments", () => {
    const model = modelOf(`
paths:
  /t:
    post:
      operationId: t
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Tree' } } } }
      responses: { "204": { description: ok } }
components: { schemas: ${tree} }
`);
    const { inputSchema } = actionOf(model, "t");
    expect(Object.keys(inputSchema.$defs as object)).toEqual(["Tree"]);
    const validate = new Ajv2020().compile(inputSchema);
    expect(validate({ children: [{ children: [{ name: "deep" }] }] })).toBe(true);
    expect(validate({ children: [{ children: [{ name: 1 }] }] })).toBe(false);
  });

  it("names definitions by the closed alphabet, and every member of a collision apart", () => {
    const names = (order: readonly string[]): string[] => {
      const schemas = order.map(
        (name) =>
          `"${name}": { type: object, properties: { next: { $ref: '#/components/schemas/${encodeURIComponent(name)}' } } }`,
      );
      const model = modelOf(`
paths:
  /t:
    get:
      operationId: t
      responses:
        "200":
          description: ok
          content: { application/json: { schema: { anyOf: [{ $ref: '#/components/schemas/a%20b' }, { $ref: '#/components/schemas/a.b' }, { $ref: '#/components/schemas/constructor' }] } } }
components: { schemas: { ${schemas.join(", ")} } }
`);
      return Object.keys(actionOf(model, "t").outputSchema?.$defs as object);
    };
    const found = names(["a b", "a.b", "constructor"]);
    expect(found).toHaveLength(3);
    for (const name of found) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]*$/);
    expect(found).not.toContain("a_b");
    expect(names(["constructor", "a.b", "a b"])).toEqual(found);
  });

  it("does not let definitions that double at every step explode", () => {
    const schemas = Array.from({ length: 40 }, (_, level) =>
      level === 39
        ? `S${level}: { type: string }`
        : `S${level}: { type: object, properties: { a: { $ref: '#/components/schemas/S${level + 1}' }, b: { $ref: '#/components/schemas/S${level + 1}' } } }`,
    );
    const { input } = translate("3.1.0", "{ $ref: '#/components/schemas/S0' }", `{ ${schemas.join(", ")} }`);
    expect(JSON.stringify(input).length).toBeLessThan(100_000);
  });

  it("ends a base that lists its children while each child includes the base", () => {
    const { output } = translate(
      "3.0.3",
      "{ $ref: '#/components/schemas/Pet' }",
      `{ Pet: { type: object, required: [kind], properties: { kind: { type: string } }, oneOf: [{ $ref: '#/components/schemas/Cat' }], discriminator: { propertyName: kind } },
         Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { claws: { type: integer } } }] } }`,
    );
    const validate = new Ajv2020({ strict: false }).compile(output as object);
    expect(validate({ kind: "cat", claws: 4 })).toBe(true);
    expect(validate({ claws: 4 })).toBe(false);
  });

  it("keeps a definition that an answer uses twice, and inlines one that it uses once", () => {
    const { output } = translate(
      "3.1.0",
      "{ type: object, properties: { a: { $ref: '#/components/schemas/Two' }, b: { $ref: '#/components/schemas/Two' }, c: { $ref: '#/components/schemas/One' } } }",
      "{ Two: { type: object, properties: { first_name: { type: string, description: gone }, last_name: { type: string } } }, One: { type: object, properties: { x: { type: string } } } }",
    );
    expect(Object.keys((output as { $defs: object }).$defs)).toEqual(["Two"]);
    expect(JSON.stringify(output)).not.toContain("gone");
    expect(output).toMatchObject({ properties: { c: { properties: { x: { type: "string" } } } } });
  });
});

it("warns of a pattern that no validator can run, and leaves it out", () => {
  const spec = `
paths:
  /x:
    get:
      operationId: x
      parameters: [{ name: q, in: query, schema: { type: string, pattern: '^a\\_b$' } }]
      responses: { "200": { description: ok } }
`;
  expect(problemsOf(spec)).toMatchObject([{ code: "pattern-unsupported", severity: "warning", at: { line: 6 } }]);
  expect(actionOf(modelOf(spec), "x").inputSchema.properties).toEqual({ q: { type: "string" } });
});

describe("patterns that validators cannot run in time", () => {
  const withSchema = (schema: string): string => `
paths:
  /x:
    post:
      operationId: x
      requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { v: ${schema} } } } } }
      responses: { "200": { description: ok } }
`;
  it.each([
    ["{ type: string, pattern: '^(a+)+$' }", "slow-pattern", { type: "string" }],
    ["{ type: string, pattern: '^a*a*$' }", "slow-pattern", { type: "string", pattern: "^a*a*$" }],
    ["{ type: object, patternProperties: { '^]': {} } }", "pattern-unsupported", { type: "object" }],
    [
      "{ type: object, patternProperties: { '^(x|x)*$': {}, '^y': {} }, additionalProperties: false }",
      "slow-pattern",
      { type: "object", patternProperties: { "^y": {} } },
    ],
    // Without its pattern, a condition would refuse everything.
    ["{ type: string, not: { pattern: '^(a+)+$' } }", "slow-pattern", { type: "string" }],
  ])("%s", (schema, code, shown) => {
    expect(problemsOf(withSchema(schema))).toMatchObject([{ code, severity: "warning", at: { line: 6 } }]);
    expect(actionOf(modelOf(withSchema(schema)), "x").inputSchema.properties).toEqual({ v: shown });
  });

  it("are nothing to report where the text is short", () => {
    expect(problemsOf(withSchema("{ type: string, maxLength: 200, pattern: '^a*a*$' }"))).toEqual([]);
  });

  it("are an error in the overrides, at the argument", () => {
    const overrides = `
actions:
  - { name: x, title: X, group: g, description: Do x., operation: x, effect: write, bind: none, arguments: { v: { check: { pattern: '^(a+)+$' } } } }
`;
    expect(problemsOf(withSchema("{ type: string }"), overrides)).toMatchObject([
      { code: "slow-pattern", severity: "error", at: { file: "api.overrides.yaml", line: 3 } },
    ]);
  });
});

it("gives the same schemas whatever the order of keys", () => {
  const a = translate(
    "3.1.0",
    "{ type: object, properties: { b: { type: string, maxLength: 3 }, a: { type: integer } }, required: [a] }",
  );
  const b = translate(
    "3.1.0",
    "{ required: [a], properties: { a: { type: integer }, b: { maxLength: 3, type: string } }, type: object }",
  );
  expect(JSON.stringify(b)).toBe(JSON.stringify(a));
});
