import { describe, expect, it } from "vitest";
import { cpuTime } from "../../helpers/cpu-time.js";
import { problemsOf } from "../../helpers/model-text.js";

const SPEC = (version: string): string => `
openapi: ${version}
paths:
  /pets:
    post:
      operationId: addPet
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                status: { type: string, enum: [available, pending, sold] }
                kind: { $ref: "#/components/schemas/Kind" }
                kinds: { type: array, items: { $ref: "#/components/schemas/Kind" } }
                size: { type: integer }
                weight: { type: number }
                name: { type: string }
                any: {}
                one: { const: 1 }
                tree: { $ref: "#/components/schemas/Tree" }
                either: { anyOf: [{ type: string, enum: [a, b] }, { type: integer }] }
                both: { allOf: [{ $ref: "#/components/schemas/Kind" }, { description: Which one. }] }
                perhaps: ${version.startsWith("3.0") ? "{ allOf: [{ $ref: '#/components/schemas/Kind' }], nullable: true }" : "{ anyOf: [{ $ref: '#/components/schemas/Kind' }, { type: 'null' }] }"}
                objects: { enum: [{ a: 1, b: 2 }] }
                pairs: { type: array, prefixItems: [{ type: string }], items: { type: integer } }
      responses: {}
components:
  schemas:
    Kind: { type: string, enum: [cat, dog] }
    Tree: { type: object, properties: { below: { $ref: "#/components/schemas/Tree" } } }
`;

function problems(argument: string, version = "3.1.0"): readonly string[] {
  const overrides = `
pack: { unlisted: hide }
actions:
  - name: add_pet
    title: T
    group: pets
    description: D.
    operation: addPet
    effect: write
    bind: none
    arguments: { ${argument} }
`;
  return problemsOf(SPEC(version), overrides).map(({ code, message, fix }) => `${code} | ${message} | ${fix}`);
}

describe("values of an override", () => {
  it.each([
    "status: { enum: [sold, pending] }",
    "status: { default: sold }",
    "status: { enum: [sold], default: sold }",
    "kind: { enum: [cat], default: cat }",
    "kinds: { default: [cat, dog] }",
    "kinds: { default: [] }",
    "size: { enum: [1, 2.0] }",
    "weight: { enum: [1, 2.5], default: 1 }",
    "name: { enum: [a, b] }",
    "any: { enum: [1, a, null, { a: [] }], default: { a: [] } }",
    "one: { default: 1 }",
    "tree: { default: { below: {} } }",
    "either: { enum: [a, 7] }",
    "both: { default: dog }",
    "perhaps: { enum: [cat, null], default: null }",
    "objects: { default: { b: 2, a: 1 } }",
    "pairs: { default: [a, 1] }",
    "name: { schema: { type: integer }, enum: [1], default: 1 }",
    "name: { schema: { type: integer, minimum: 1, maximum: 2 }, enum: [1, 2], default: 1 }",
    "name: { schema: { type: string, nullable: true, title: Name }, default: null }",
    'name: { schema: { $ref: "#/$defs/N", $defs: { N: { enum: [x] } } }, default: x }',
    'name: { schema: { $ref: "#/$defs/Kind", $defs: { Kind: { enum: [x] } } }, default: x }',
  ])("may be %s", (argument) => {
    for (const version of ["3.0.3", "3.1.0"]) expect(problems(argument, version)).toEqual([]);
  });

  it.each([
    ["status: { enum: [pendign] }", '"pendign" is not a valid value for "status".', 'Write "pending", or'],
    ["status: { enum: [x] }", '"x" is not a valid value for "status".', "Use one of available, pending, sold, or"],
    [
      "status: { enum: [sold], default: pending }",
      '"pending" is not a valid value for "status".',
      "Use one of sold, or",
    ],
    ["status: { default: Sold }", '"Sold" is not a valid value for "status".', 'Write "sold", or'],
    ["kind: { default: cta }", '"cta" is not a valid value for "kind".', 'Write "cat", or'],
    ["kinds: { default: cat }", '"cat" is not a valid value for "kinds", which is of type array.', "Change the value"],
    ["kinds: { default: [cat, dgo] }", '["cat","dgo"] is not a valid value for "kinds".', 'Use one of "cat", "dog".'],
    [
      "size: { default: '5' }",
      '"5" is not a valid value for "size", which is of type integer.',
      "Change the value, or",
    ],
    [
      "size: { enum: [1, 2.5] }",
      '2.5 is not a valid value for "size", which is of type integer.',
      "Change the value, or",
    ],
    [
      "weight: { default: true }",
      'true is not a valid value for "weight", which is of type number.',
      "Change the value, or",
    ],
    [
      "name: { default: null }",
      'null is not a valid value for "name", which is of type string.',
      "Change the value, or",
    ],
    ["one: { default: 2 }", '2 is not a valid value for "one".', "Use one of 1."],
    ["tree: { default: [] }", '[] is not a valid value for "tree".', "Change the value, or"],
    ["either: { enum: [c] }", '"c" is not a valid value for "either".', 'Write "a", or'],
    ["both: { default: dgo }", '"dgo" is not a valid value for "both".', 'Write "dog", or'],
    ["perhaps: { enum: [5] }", '5 is not a valid value for "perhaps".', 'Use one of "cat", "dog".'],
    ["objects: { default: { a: 1 } }", '{"a":1} is not a valid value for "objects".', 'Use one of {"a":1,"b":2}.'],
    [
      "name: { schema: { type: integer }, default: a }",
      '"a" is not a valid value for "name", which is of type integer.',
      "",
    ],
    ["name: { schema: { type: integer, maximum: 2 }, default: 3 }", '3 is not a valid value for "name".', "Change"],
    ["name: { schema: { type: number, minimum: 2 }, enum: [1.5] }", '1.5 is not a valid value for "name".', "Change"],
    ['name: { schema: { $ref: "#/$defs/N", $defs: { N: { enum: [x] } } }, default: y }', '"y" is not', 'Write "x", or'],
  ])("may not be %s", (argument, message, fix) => {
    for (const version of ["3.0.3", "3.1.0"]) {
      const found = problems(argument, version);
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(`invalid-value | add_pet: ${message}`);
      expect(found[0]).toContain(`| ${fix}`.trimEnd());
    }
  });
});

it("judges each shared definition once", async () => {
  const level = (index: number, end: string): string =>
    `S${index}: ${index === 40 ? end : `{ anyOf: [${`{ $ref: "#/components/schemas/S${index + 1}" },`.repeat(2)}] }`}`;
  const spec = `paths: { /a: { get: { operationId: a, responses: {},
    parameters: [{ name: q, in: query, schema: { $ref: "#/components/schemas/S0" } }] } } }
components: { schemas: { ${Array.from({ length: 41 }, (_, index) => level(index, "{ enum: [a] }")).join(", ")} } }`;
  const overrides = `actions: [{ name: a, title: A, group: g, description: D., operation: a, effect: read, bind: none,
    arguments: { q: { default: z } } }]`;
  let found: readonly unknown[] = [];
  expect(await cpuTime(() => (found = problemsOf(spec, overrides)))).toBeLessThan(5_000);
  expect(found).toMatchObject([{ code: "invalid-value", fix: expect.stringContaining(`Write "a"`) }]);
});

it("points at the value that is wrong", () => {
  const overrides = `
pack: { unlisted: hide }
actions:
  - { name: add_pet, title: T, group: pets, description: D., operation: addPet, effect: write, bind: none,
      arguments: { status: { enum:
        [sold,
        pendign] } } }
`;
  expect(problemsOf(SPEC("3.1.0"), overrides)).toMatchObject([{ at: { file: "api.overrides.yaml", line: 7 } }]);
});
