import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { isObject, type Json, type JsonObject, listObjects, listOperations } from "./walk-document.js";

const document: JsonObject = parse(readFileSync(new URL("../../../spec/mem0.openapi.yaml", import.meta.url), "utf8"));
const operations = listOperations(document);
const objects = listObjects(document);

describe("the examples of spec/mem0.openapi.yaml", () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(document, "document", false, false);
  const holders = objects.filter(({ value }) => isObject(value.schema) && examples(value).length > 0);

  it("are there for every request body and most answers", () => {
    const bare = operations.filter(({ value }) => isObject(value.requestBody) && !hasExample(value.requestBody));
    expect(bare.map(({ place }) => place)).toEqual([]);
    expect(holders.length).toBeGreaterThan(70);
  });

  for (const { pointer, value } of holders) {
    it(`at ${pointer} are valid`, () => {
      const validate = ajv.compile({ $ref: `document#${encodeURI(`${pointer}/schema`)}` });
      for (const example of examples(value)) {
        expect(validate(example) ? [] : validate.errors).toEqual([]);
      }
    });
  }
});

function hasExample(body: JsonObject): boolean {
  return listObjects(body).some(({ value }) => isObject(value.schema) && examples(value).length > 0);
}

function examples(holder: JsonObject): readonly Json[] {
  const named = isObject(holder.examples) ? Object.values(holder.examples) : [];
  const values = named.flatMap((example) => (isObject(example) && example.value !== undefined ? [example.value] : []));
  return holder.example === undefined ? values : [holder.example, ...values];
}
