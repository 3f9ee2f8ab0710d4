import { describe, expect, it } from "vitest";
import { KEYWORD_TYPES } from "../../../generator/load/field-types.js";
import { shapes } from "../../../generator/load/shapes.js";
import { DROPPED, KEYWORDS } from "../../../generator/shared/keywords.js";
import { document, findings, type Inputs, loadText, show } from "./load-text.js";

const answer = "responses: { '200': { description: d } }";

/** `/a` uses the schema A, `/b` does not. */
function withSchema(schema: string, version = "3.1.0"): Inputs {
  const body = "requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } }";
  const paths = `  /a: { post: { operationId: a, ${body}, ${answer} } }\n  /b: { get: { operationId: b, ${answer} } }`;
  const { "api.yaml": text } = document(paths, `components:\n  schemas:\n    A: ${schema}\n`);
  return { "api.yaml": String(text).replace("3.1.0", version) };
}

it("knows every keyword that is translated or has a shape", () => {
  for (const name of [...KEYWORDS.keys(), ...DROPPED, ...Object.keys(shapes.Schema)])
    expect(KEYWORD_TYPES.has(name), name).toBe(true);
});

describe.each(["3.0.3", "3.1.0"])("a keyword with a value of another type, in %s", (version) => {
  const wrong: readonly [string, string][] = [
    ["minLength: x", "minLength` must be of type number"],
    ["maximum: [1]", "maximum` must be of type number"],
    ["multipleOf: 0", "multipleOf` must be a number above 0"],
    ["exclusiveMinimum: x", "exclusiveMinimum` must be of type number or boolean"],
    ["pattern: 1.5", "pattern` must be of type string"],
    ["uniqueItems: 1", "uniqueItems` must be of type boolean"],
    ["type: strng", "type` must be null, boolean"],
    ["type: file", "type` must be null, boolean"],
    ["type: [string, strng]", "type` must be null, boolean"],
    ["enum: {}", "enum` must be of type array"],
    ["required: [{}]", "required.0` must be of type string"],
    ["properties: { a: s }", "properties.a` must be a schema"],
    ["properties: [{}]", "properties` must be an object of schemas"],
    ["patternProperties: x", "patternProperties` must be an object of schemas"],
    ["additionalProperties: [1]", "additionalProperties` must be a schema, true or false"],
    ["items: x", "items` must be a schema"],
    ["items: [{ minLength: x }]", "items.0.minLength` must be of type number"],
    ["allOf: [1]", "allOf.0` must be a schema"],
    ["allOf: {}", "allOf` must be a list of schemas"],
    ["not: 1", "not` must be a schema"],
    ["dependentRequired: { a: s }", "dependentRequired` must be an object of lists"],
    ["$ref: 1.5", "$ref` must be of type string"],
  ];
  it.each(wrong)("costs the operation that reaches it: %s", async (keyword, said) => {
    const lines = await findings(withSchema(`{ ${keyword} }`, version));
    expect(lines.filter((line) => line.includes("omitted"))).toEqual([
      expect.stringMatching(/^warning wrong-(?:type|value) api\.yaml:8:\d+ a is omitted: /),
    ]);
    expect(lines.join()).toContain(`a is omitted: \`components.schemas.A.${said}`);
  });

  const ignored = ["description: 5", "deprecated: x", "readOnly: x", "discriminator: kind", "xml: 1", "required: true"];
  it.each(ignored)("is ignored where no request depends on it: %s", async (keyword) => {
    const lines = await findings(withSchema(`{ ${keyword} }`, version));
    expect(lines).toEqual([expect.stringMatching(/^warning wrong-type api\.yaml:8:\d+ .*; it is ignored\.$/)]);
  });
});

describe("fields", () => {
  const operation = (fields: string): Inputs =>
    document(`  /a: { get: { operationId: a, ${fields} } }\n  /b: { get: { operationId: b, ${answer} } }`);
  const costly: readonly [string, string][] = [
    [`parameters: {}, ${answer}`, "`a` (parameters) must be of type array"],
    [`parameters: [q], ${answer}`, "`a` (parameters.0) must be of type object"],
    [`parameters: [{ name: q, in: query, explode: often }], ${answer}`, "`a` (parameters.0.explode)"],
    [`security: { key: [] }, ${answer}`, "`a` (security) must be a list of objects"],
    ["responses: { '200': ok }", "`a` (responses.200) must be of type object"],
  ];
  it.each(costly)("cost the operation that needs them: %s", async (fields, said) => {
    const lines = await findings(operation(fields));
    expect(lines.filter((line) => line.includes("omitted"))).toEqual([
      expect.stringContaining(`a is omitted: ${said}`),
    ]);
  });

  const free: readonly string[] = [
    "responses: null",
    "deprecated: 5, responses: { default: {} }",
    `tags: x, ${answer}`,
    `callbacks: { c: { u: { post: { parameters: 5 } } } }, ${answer}`,
    "responses: { '200': { description: d, headers: { H: { schema: { minLength: x } } }, links: 5 } }",
    "responses: { '200': { description: d }, '404': { content: { text/json: { schema: 5 } } } }",
    `parameters: [{ name: q, in: query, required: "true" }, { name: r, in: query, schema: {}, example: 1, examples: {} }], ${answer}`,
  ];
  it.each(free)("cost nothing that a request does not need, and are told: %s", async (fields) => {
    const lines = await findings(operation(fields));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.includes("omitted"))).toEqual([]);
  });

  it("are read as what they can only mean", async () => {
    const { "api.yaml": text } = operation(
      `tags: [1, true], parameters: [{ name: 5, in: query, required: "true" }], ${answer}`,
    );
    const files = { "api.yaml": String(text).replace('version: "1"', "version: 1.5") };
    const { document: read, problems } = await loadText(files);
    expect(read).toMatchObject({
      info: { version: "1.5" },
      paths: { "/a": { get: { tags: ["1", "true"], parameters: [{ name: "5", required: true }] } } },
    });
    expect(problems.filter(({ message }) => message.endsWith("it is read as one."))).toHaveLength(5);
  });

  it("that OpenAPI does not have are told, and reach no library", async () => {
    const files = operation(`sumary: { $ref: '#/nowhere' }, foo: 1, ${answer.replace("d }", "d, type: string }")}`);
    const { bareDocument, problems, faults } = await loadText(files);
    expect(faults).toEqual([]);
    expect(problems.map(({ fix }) => fix)).toEqual(["Did you mean `summary`?", "Remove the key.", "Remove the key."]);
    expect(JSON.stringify(bareDocument)).not.toMatch(/sumary|foo|type/);
  });

  it("of the root may be missing or wrong", async () => {
    const text = `openapi: 3.0.3\ntags: 5\nexternalDocs: x\npaths:\n  /a: { get: { ${answer} } }\n  /b: 5\n  /c: { get: }\n`;
    const lines = await findings({ "api.yaml": text });
    expect(lines.map((line) => line.split(" The ")[0]?.slice(0, 60))).toHaveLength(5);
    expect((await loadText({ "api.yaml": text })).problems.map(show).join()).toContain("missing the key `info`");
  });
});
