import { describe, expect, it } from "vitest";
import { originOf } from "../../../generator/shared/origin.js";
import { readPointer } from "../../../generator/shared/pointer.js";
import { findings, loadFiles, loadText, refusal } from "./load-text.js";

const ok = '{ responses: { "200": { description: d } } }';
const text = (version: string, paths: string, rest = ""): { "api.yaml": string } => ({
  "api.yaml": `openapi: ${version}\ninfo: { title: T, version: "1" }\npaths:\n${paths}\n${rest}`,
});

describe("a path item that is defined elsewhere", () => {
  const rest = `components:\n  pathItems:\n    Own: { summary: s, get: ${ok} }\n    Next: { $ref: "#/components/pathItems/Own", put: ${ok} }\n`;

  it("stands at its path, with what is beside the reference", async () => {
    const paths =
      '  /a: { $ref: "#/components/pathItems/Next", summary: mine, parameters: [{ name: q, in: query, schema: {} }] }';
    const { loaded, locate } = await loadFiles(text("3.1.0", paths, rest));
    const operation = { responses: { "200": { description: "d" } } };
    expect(readPointer(loaded.document, "/paths/~1a")).toEqual({
      summary: "mine",
      parameters: [{ name: "q", in: "query", schema: {} }],
      put: operation,
      get: operation,
    });
    expect(loaded.problems).toMatchObject([{ code: "path-item-twice", severity: "warning", at: { line: 4 } }]);
    const line = (key: string): number => locate(originOf(`/paths/~1a/${key}`, "key", loaded)).line;
    expect([line("summary"), line("put"), line("get/responses")]).toEqual([4, 8, 7]);
  });

  it("may be one that another path has", async () => {
    const operation = ok.replace("{", "{ operationId: one,");
    const { document } = await loadText(text("3.0.3", `  /a: { get: ${operation} }\n  /b: { $ref: "#/paths/~1a" }`));
    expect(readPointer(document, "/paths/~1b/get/operationId")).toBe("one");
  });

  it.each([
    ["missing", "#/components/pathItems/None", "unresolved-ref"],
    ["of another kind", "#/components/schemas/S", "ref-target"],
  ])("is reported when it is %s", async (_, ref, code) => {
    const found = await findings(
      text("3.1.0", `  /a: { $ref: "${ref}" }\n  /b: { get: ${ok} }`, `${rest}  schemas: { S: {} }`),
    );
    expect(found).toEqual([expect.stringMatching(new RegExp(`^warning ${code} api\\.yaml:4:`))]);
  });

  it("is refused when it is itself", async () => {
    expect(await refusal(text("3.1.0", '  /a: { $ref: "#/paths/~1a" }'))).toEqual([
      expect.stringMatching(/^ref-loop api\.yaml:4:/),
    ]);
  });

  it("tells of a fault once, at the operation that it costs", async () => {
    const broken = `components:\n  pathItems:\n    Own: { get: { parameters: [{ name: q, in: query, schema: { type: 7 } }], ${ok.slice(1)} }\n`;
    expect(await findings(text("3.1.0", '  /a: { $ref: "#/components/pathItems/Own" }', broken))).toEqual([
      expect.stringMatching(/^warning wrong-value api\.yaml:7:\d+ GET \/a is omitted/),
    ]);
  });
});

describe("a media type that is defined elsewhere", () => {
  const get = (type: string): string =>
    `  /a: { get: { responses: { "200": { content: { application/json: { $ref: "#/components/mediaTypes/${type}" } } } } } }`;
  const at = "/paths/~1a/get/responses/200/content/application~1json";

  it("stands where it is used", async () => {
    const rest =
      "components:\n  mediaTypes:\n    M: { $ref: '#/components/mediaTypes/N' }\n    N: { schema: { type: string } }";
    const { loaded, locate } = await loadFiles(text("3.2.0", get("M"), rest));
    expect(readPointer(loaded.document, at)).toEqual({ schema: { type: "string" } });
    expect(locate(originOf(`${at}/schema`, "value", loaded)).line).toBe(8);
  });

  it("is refused when it has no end", async () => {
    const rest =
      "components:\n  mediaTypes:\n    M: { encoding: { a: { headers: { h: { content: { text/plain: { $ref: '#/components/mediaTypes/M' } } } } } } }";
    const [first] = await refusal(text("3.2.0", get("M"), rest));
    expect(first).toMatch(/^too-deep api\.yaml:/);
  });
});

it.each([
  ["https://x.test/store.yaml", "remote-ref"],
  ["v1/store.yaml", "file-ref"],
])("references with the document's own $self %s are local", async (self, code) => {
  const paths = `  /a: { get: { responses: { default: { $ref: "${self}#/components/responses/R" } } } }`;
  const rest = `components: { responses: { R: { description: d } } }\n$self: ${self}`;
  const { document } = await loadText(text("3.2.0", paths, rest));
  expect(JSON.stringify(document.paths)).toContain('{"$ref":"#/components/responses/R"}');
  const [first] = await refusal(text("3.2.0", paths.replace("store.yaml#", "other.yaml#"), rest));
  expect(first?.split(" ")[0]).toBe(code);
});

it("a document of OpenAPI 3.2 is checked against the schema of 3.2", async () => {
  const paths = `  /a: { query: { respones: {}, requestBody: { content: { a/b: { itemSchema: 5 } } } } }
  /b: { additionalOperations: { GET: ${ok}, COPY: 5 } }`;
  expect(await findings(text("3.2.0", paths))).toEqual([
    expect.stringMatching(/^warning unknown-key api\.yaml:4:18 `QUERY \/a` has the unknown key `respones`/),
    expect.stringMatching(/^warning wrong-type api\.yaml:5:\d+ .*additionalOperations\.COPY` .* it is ignored/),
    expect.stringMatching(/^warning method api\.yaml:5:\d+ `additionalOperations` cannot have GET/),
    expect.stringMatching(/^warning wrong-type api\.yaml:4:\d+ QUERY \/a is omitted: .*itemSchema\) must be a schema/),
  ]);
});
