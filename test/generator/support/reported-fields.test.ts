import { expect, test } from "vitest";
import { createSupportCheck } from "../../../generator/load/check-support.js";
import { createReport } from "../../../generator/load/report.js";
import { walkDocument } from "../../../generator/load/walk-document.js";
import { buildModel } from "../../../generator/model/build-model.js";
import type { JsonObject, MutableObject } from "../../../generator/shared/json.js";
import type { Problem } from "../../../generator/shared/problems.js";
import { supportTable } from "../../../generator/shared/support/table.js";
import { document, loadText, show } from "../load/load-text.js";

const schema = (value: JsonObject): JsonObject => ({ components: { schemas: { It: value } } });
const body = (media: JsonObject): JsonObject => ({
  paths: { "/a": { post: { requestBody: { content: { "multipart/form-data": media } } } } },
});

/** A document with each field that is reported. */
const documents: Readonly<Record<string, JsonObject>> = {
  "Document.jsonSchemaDialect": { jsonSchemaDialect: "https://json-schema.org/draft-07/schema" },
  "MediaType.prefixEncoding": body({ prefixEncoding: [{ contentType: "image/png" }] }),
  "MediaType.itemEncoding": body({ itemEncoding: { contentType: "image/png" } }),
  "Encoding.headers": body({ encoding: { file: { headers: { "X-Part": { schema: {} } } } } }),
  "Encoding.encoding": body({ encoding: { file: { encoding: { inner: {} } } } }),
  "Encoding.prefixEncoding": body({ encoding: { file: { prefixEncoding: [{}] } } }),
  "Encoding.itemEncoding": body({ encoding: { file: { itemEncoding: {} } } }),
  "Schema.$schema": schema({ $schema: "http://json-schema.org/draft-04/schema#" }),
  "Schema.$id": schema({ $id: "https://example.com/it" }),
  "Schema.$dynamicRef": schema({ items: { $dynamicRef: "#node" } }),
  "Schema.$recursiveRef": schema({ properties: { next: { $recursiveRef: "#" } } }),
  "Schema.dependencies": schema({ dependencies: { a: ["b"] } }),
  "Schema.additionalItems": schema({ additionalItems: false }),
};

function check(given: JsonObject): readonly Problem[] {
  const report = createReport((pointer) => ({ file: pointer, line: 1, column: 1 }));
  const support = createSupportCheck();
  walkDocument(given as MutableObject, [support.visitor]);
  support.check(given as MutableObject, report);
  return report.problems();
}

const rows = Object.entries(supportTable).flatMap(([object, fields]) =>
  fields.flatMap((row) =>
    row[2] === "reported" && !row[4].byOperation
      ? [{ name: `${object}.${row[0]}`, field: row[0], report: row[4] }]
      : [],
  ),
);

test("there is a document for every field that is reported, and for no other", () => {
  expect(Object.keys(documents).sort()).toEqual(rows.map(({ name }) => name).sort());
});

test.each(rows)("$name is a finding with its code, place and remedy", ({ name, field, report }) => {
  const given = documents[name] ?? {};
  const found = check(given);
  expect(found).toEqual([expect.objectContaining({ code: report.code, severity: "warning", fix: report.fix })]);
  expect(found[0]?.message.startsWith(`\`${field}\` is not supported: `)).toBe(true);
  expect(found[0]?.at?.file.split("/").at(-1)).toBe(field);
  expect(check(JSON.parse(JSON.stringify(given).replaceAll(`"${field}"`, '"x-other"')))).toEqual([]);
});

test("many places of one field are one finding that counts them", () => {
  const many = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [`S${index}`, { $id: `https://e.co/${index}` }]),
  );
  const [only, ...others] = check({ components: { schemas: many } });
  expect(others).toEqual([]);
  expect(only?.message).toContain("(500 places, first `components.schemas.S0.$id`)");
});

test("what the service sends, data that looks like a schema, and the default dialect are no findings", () => {
  const odd = { $dynamicRef: "#a", $id: "b" };
  const content = { "application/json": { schema: odd } };
  const sent = { post: { requestBody: { content }, responses: {} } };
  const quiet = {
    jsonSchemaDialect: "https://spec.openapis.org/oas/3.1/dialect/base",
    webhooks: { a: sent },
    paths: { "/a": { get: { callbacks: { done: { "{$url}": sent } }, responses: {} } } },
    components: {
      callbacks: { done: { "{$url}": sent } },
      examples: { a: { value: odd } },
      schemas: { A: { default: odd, enum: [odd], properties: { $id: {}, dependencies: {} } } },
    },
  };
  expect(check(quiet)).toEqual([]);
});

test("a field that costs its operation is one finding, which names the operation", async () => {
  const ok = "{ responses: { 200: { description: ok } } }";
  const loaded = await loadText(document(`  /a: { trace: ${ok}, get: ${ok} }`));
  expect([...loaded.problems, ...buildModel(loaded).problems].filter(({ code }) => code === "method-trace")).toEqual([
    expect.objectContaining({ message: "TRACE /a is omitted: fetch cannot send TRACE." }),
  ]);
});

test("a run tells the finding with its line, and goes on", async () => {
  const paths = "  /a: { get: { responses: { 200: { description: ok } } } }";
  const loaded = await loadText(document(paths, "components: { schemas: { It: { $dynamicRef: '#node' } } }"));
  expect(loaded.problems.map(show)).toEqual([
    expect.stringMatching(/^warning dynamic-ref api.yaml:5:\d+ `\$dynamicRef`/),
  ]);
});
