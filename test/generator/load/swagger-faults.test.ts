import { describe, expect, it } from "vitest";
import { findings } from "./load-text.js";

const ok = "responses: { 200: { description: d } }";

/** What is found in a Swagger 2.0 document whose first operation has these fields, on line 6, beside a sound one. */
function found(fields: string): Promise<readonly string[]> {
  const head = 'swagger: "2.0"\ninfo: { title: T, version: "1" }\nhost: x.test\nschemes: [https]\npaths:\n';
  return findings({
    "api.yaml": `${head}  /a: { post: { operationId: a, ${fields} } }\n  /b: { get: { operationId: b, ${ok} } }\n`,
  });
}

describe("in Swagger 2.0, an operation is left out by itself", () => {
  it.each([
    [
      "for a parameter that is none",
      `parameters: [5], ${ok}`,
      /^warning wrong-type api\.yaml:6:46 a is omitted: `a` \(parameters\.0\) must be of type object/,
    ],
    [
      "for a parameter that is missing",
      `parameters: [{ $ref: "#/parameters/None" }], ${ok}`,
      /^warning unresolved-ref api\.yaml:6:\d+ a is omitted: .*`#\/parameters\/None`, which is missing/,
    ],
    [
      "for a body of no type",
      `parameters: [{ name: b, in: body, schema: { type: 7 } }], ${ok}`,
      /^warning wrong-value api\.yaml:6:\d+ a is omitted: .*schema\.type\) must be/,
    ],
    [
      "for a list in a form that OpenAPI cannot write",
      `consumes: [application/x-www-form-urlencoded], parameters: [{ name: t, in: formData, type: array, items: { type: string }, collectionFormat: tsv }], ${ok}`,
      /^warning media-type api\.yaml:6:\d+ a is omitted: the form property t as application\/vnd\.swagger\.tsv is not supported/,
    ],
  ])("%s", async (_, fields, message) => {
    expect(await found(fields)).toEqual([expect.stringMatching(message)]);
  });
});
