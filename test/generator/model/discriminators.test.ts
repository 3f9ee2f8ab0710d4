import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { actionOf, modelOf, problemsOf } from "../../helpers/model-text.js";

/** One operation that takes and returns a schema; `value` is its argument. */
function spec(schema: string, schemas: string, version = "3.0.3"): string {
  return `
openapi: ${version}
paths:
  /x:
    post:
      operationId: x
      requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { value: ${schema} } } } } }
      responses: { "200": { description: ok, content: { application/json: { schema: ${schema} } } } }
components: { schemas: { ${schemas} } }
`;
}

function judges(document: string): { input: (value: unknown) => boolean; output: (value: unknown) => boolean } {
  const { inputSchema, outputSchema } = actionOf(modelOf(document), "x");
  const ajv = new Ajv2020({ strict: false });
  const input = ajv.compile(inputSchema);
  return { input: (value) => input({ value }), output: ajv.compile(outputSchema as object) };
}

const branches = `
  Mail: { type: object, required: [to], properties: { kind: { type: string }, to: { type: string }, subject: { type: string } } },
  Text: { type: object, required: [to], properties: { kind: { type: string }, to: { type: string }, sender: { type: string } } }`;
const refs = "{ $ref: '#/components/schemas/Mail' }, { $ref: '#/components/schemas/Text' }";

describe.each(["3.0.3", "3.1.0"])("branches of a union in %s", (version) => {
  it.each([
    ["references", "mail: '#/components/schemas/Mail', text: '#/components/schemas/Text'"],
    ["names", "mail: Mail, text: Text"],
    ["addresses of files", "mail: ./Mail.json, text: 'https://x.test/Text.yaml'"],
  ])("are told apart by a mapping to %s", (_, mapping) => {
    const { input, output } = judges(
      spec(`{ oneOf: [${refs}], discriminator: { propertyName: kind, mapping: { ${mapping} } } }`, branches, version),
    );
    expect(input({ kind: "mail", to: "a", subject: "s" })).toBe(true);
    expect(input({ kind: "text", to: "a", sender: "s" })).toBe(true);
    expect(input({ kind: "Mail", to: "a" })).toBe(false);
    expect(input({ to: "a" })).toBe(false);
    // An answer is read as it comes.
    expect(output({ kind: "new", to: "a" })).toBe(true);
  });

  it("are still told apart in a request where one of them is the default", () => {
    const discriminator = "{ propertyName: kind, defaultMapping: Text }";
    const { input, output } = judges(spec(`{ oneOf: [${refs}], discriminator: ${discriminator} }`, branches, version));
    expect([input({ kind: "Text", to: "a" }), input({ to: "a" })]).toEqual([true, false]);
    expect(output({ to: "a" })).toBe(true);
  });

  it("are told apart by their names where nothing is mapped, in anyOf too", () => {
    const { input } = judges(spec(`{ anyOf: [${refs}], discriminator: { propertyName: kind } }`, branches, version));
    expect([input({ kind: "Text", to: "a" }), input({ kind: "text", to: "a" })]).toEqual([true, false]);
  });

  it("keep the values that they list themselves, and get the property where they lack it", () => {
    const { input } = judges(
      spec(
        "{ oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }], discriminator: { propertyName: kind } }",
        `A: { type: object, properties: { kind: { type: string, enum: [first] } } },
         B: { type: object, properties: { b: { type: string } }, additionalProperties: false }`,
        version,
      ),
    );
    expect(input({ kind: "first" })).toBe(true);
    expect(input({ kind: "B", b: "x" })).toBe(true);
    expect(input({ kind: "A" })).toBe(false);
  });
});

describe("a base whose children include it", () => {
  const family = `
    Pet: { type: object, required: [type], properties: { type: { type: string }, friend: { $ref: '#/components/schemas/Pet' } },
           discriminator: { propertyName: type, mapping: { kitty: Cat } } },
    Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { lives: { type: integer } } }] },
    Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, required: [barks], properties: { barks: { type: boolean } } }] },
    Puppy: { allOf: [{ $ref: '#/components/schemas/Dog' }, { type: object, properties: { age: { type: integer } } }] }`;

  it("is the union of all of them where it is expected, at every depth", () => {
    const { input, output } = judges(spec("{ $ref: '#/components/schemas/Pet' }", family));
    expect(input({ type: "kitty", lives: 9, friend: { type: "Dog", barks: true } })).toBe(true);
    expect(input({ type: "Puppy", barks: true, age: 1 })).toBe(true);
    expect(input({ type: "Dog" })).toBe(false);
    expect(input({ type: "kitty", friend: { type: "Dog" } })).toBe(false);
    expect(input({ type: "Pet" })).toBe(false);
    expect(output({ type: "Bird", wings: 2 })).toBe(true);
  });

  it("is itself where another schema extends it", () => {
    const { input } = judges(
      spec(
        "{ allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { tag: { type: string } } }] }",
        family,
      ),
    );
    expect(input({ type: "anything", tag: "t" })).toBe(true);
  });

  it("is not written out with more children than a tool can hold, and that is said", () => {
    const many = Array.from({ length: 60 }, (_, at) => `C${at}: { allOf: [{ $ref: '#/components/schemas/Base' }] }`);
    const document = spec(
      "{ $ref: '#/components/schemas/Base' }",
      `Base: { type: object, properties: { k: { type: string } }, discriminator: { propertyName: k } }, ${many.join(", ")}`,
    );
    expect(problemsOf(document)).toMatchObject([{ code: "discriminator-size", severity: "warning" }]);
    expect(judges(document).input({ k: "C59" })).toBe(true);
  });
});

it("reports a mapping to nothing at its place", () => {
  const document = spec(
    `{ oneOf: [${refs}], discriminator: { propertyName: kind, mapping: { gone: Gone } } }`,
    branches,
  );
  expect(problemsOf(document)).toMatchObject([
    { code: "discriminator-mapping", severity: "warning", message: expect.stringContaining('"gone"'), at: { line: 7 } },
  ]);
});
