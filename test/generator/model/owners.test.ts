import { expect, it } from "vitest";
import { cpuTime } from "../../helpers/cpu-time.js";
import { modelOf, problemsOf } from "../../helpers/model-text.js";

const told = (text: string): readonly string[] => problemsOf(text).map(({ code, message }) => `${code} ${message}`);
const body = (schema: string): string => `requestBody: { content: { application/json: { schema: ${schema} } } }`;

it("names the schemas of equal faults in one finding", () => {
  const schema = (name: string): string => `${name}: { oneOf: [{ type: string }, { type: string, maxLength: 3 }] }`;
  const names = ["Pet", "Owner", "Toy", "Visit", "Vet"];
  const choice = `{ type: object, properties: { ${names.map((name) => `${name}: { $ref: "#/components/schemas/${name}" }`).join(", ")} } }`;
  const text = `paths: { /a: { post: { operationId: a, ${body(choice)}, responses: {} } } }
components: { schemas: { ${names.map(schema).join(", ")} } }`;
  const [only, ...others] = told(text);
  expect(others).toEqual([]);
  expect(only).toMatch(/^overlapping-one-of .* \(\w+, \w+, \w+ and 2 more\)\.$/);
  for (const name of only?.match(/\((.*) and/)?.[1]?.split(", ") ?? []) expect(names).toContain(name);
});

it("names the operations of equal faults, and leaves different ones apart", () => {
  const answer = (type: string): string => `responses: { 200: { description: ok, content: { ${type}: {} } } }`;
  const text = `paths:
  /a: { get: { operationId: readA, ${answer("json")} }, put: { ${answer("json")} } }
  /b: { get: { operationId: readB, ${answer("xml")} }, head: { operationId: headB, ${body("{ type: object }")}, responses: {} } }
`;
  expect(told(text)).toEqual([
    expect.stringMatching(/^media-type-form "json" .* \(readA, PUT \/a\)\.$/),
    expect.stringMatching(/^media-type-form "xml" .* \(readB\)\.$/),
    expect.stringMatching(/^body-not-allowed A HEAD .* \(headB\)\.$/),
  ]);
});

it("names the owner of a value that does not fit its type, at the first place", () => {
  const wrong = "{ type: object, properties: { a: { type: string, enum: [1] } } }";
  const text = `paths:
  "/a~/{b}": { parameters: [{ name: b, in: path, required: true, schema: { type: string, enum: [1] } }], put: { operationId: x, ${body(wrong)}, responses: {} } }
`;
  expect(problemsOf(text)).toMatchObject([
    { code: "value-type", message: expect.stringMatching(/ \(\/a~\/\{b\}, x\)\.$/), at: { line: 2 } },
  ]);
});

it("groups in linear time", async () => {
  const fields = Array.from({ length: 5_000 }, (_, index) => `p${index}: { type: string, enum: [1] }`);
  const text = `paths: { /a: { put: { ${body(`{ type: object, properties: { ${fields.join(", ")} } }`)}, responses: {} } } }`;
  expect(await cpuTime(() => void modelOf(text))).toBeLessThan(5_000);
  expect(problemsOf(text)).toHaveLength(1);
});
