import { describe, expect, it } from "vitest";
import type { Operation } from "../../../generator/model/operations/types.js";
import { modelOf, operationOf, problemsOf } from "../../helpers/model-text.js";

const document = (responses: string): string => `paths: { /r: { get: { operationId: r, responses: ${responses} } } }`;
const result = (responses: string): Operation["result"] => operationOf(modelOf(document(responses)), "r").result;
const content = (...types: readonly string[]): string =>
  `{ description: d, content: { ${types.map((type) => `${JSON.stringify(type)}: {}`).join(", ")} } }`;

it("joins what statuses answer", () => {
  const found = result(
    `{ "201": { description: a, content: { application/json: { schema: { type: string } } } }, "200": { description: b, content: { application/json: { schema: { type: integer } } } }, "204": { description: c }, default: { description: d, content: { application/json: { schema: { type: object } } } } }`,
  );
  expect(found.answers.map((answer) => answer.status)).toEqual(["200", "201", "204"]);
  expect(found).toMatchObject({ kind: "json", schema: { anyOf: [{ type: "integer" }, { type: "string" }] } });
});

it.each([
  ["{}", "empty"],
  [`{ "204": { description: d } }`, "empty"],
  [`{ "200": ${content("text/plain")} }`, "text"],
  [`{ "200": ${content("multipart/mixed")} }`, "text"],
  [`{ "200": ${content("image/png")} }`, "binary"],
  [`{ "200": { description: d, content: { "*/*": { schema: { type: string, format: binary } } } } }`, "binary"],
  [`{ default: ${content("application/problem+json")} }`, "json"],
  [`{ "200": ${content("text/event-stream")} }`, "stream"],
  [`{ "200": ${content("application/x-ndjson")} }`, "stream"],
  [`{ "200": ${content("application/json", "text/event-stream")} }`, "json"],
  [`{ "302": { description: d } }`, "redirect"],
  [`{ "302": { description: d }, default: ${content("application/json")} }`, "redirect"],
])("reads %s as %s", (responses, kind) => {
  expect(result(responses).kind).toBe(kind);
});

it("expects no content of HEAD", () => {
  const model = modelOf(
    `paths: { /r: { head: { operationId: r, responses: { "200": ${content("application/json")} } } } }`,
  );
  expect(operationOf(model, "r").result).toMatchObject({ kind: "empty", accept: "application/json" });
});

describe("the types that a request asks for", () => {
  it.each([
    [[], "*/*"],
    [["application/json"], "application/json"],
    [["text/csv"], "text/csv"],
    [["application/xml", "application/json"], "application/json, application/xml;q=0.5"],
    // A service that looks at names only would take another form of JSON for what is wanted.
    [["application/vnd.a.raw+json", "application/json"], "application/json"],
    [["application/json", "text/event-stream", "application/x-ndjson"], "application/json"],
    [["text/event-stream"], "text/event-stream"],
    [["application/json; charset=utf-8"], "application/json"],
    [["application/json;version=2"], "application/json;version=2"],
    [["*/*"], "application/json, */*;q=0.5"],
    [["x-example", "text/csv"], "text/csv"],
    [["text/*", "image/png", "image/jpeg"], "text/*, image/jpeg;q=0.5, image/png;q=0.5"],
  ])("%j", (types, accept) => {
    expect(result(`{ "200": ${content(...types)} }`).accept).toBe(accept);
  });

  it("are those of every good response, and of no error", () => {
    const responses = `{ "200": ${content("text/csv")}, "202": ${content("application/json")}, "404": ${content("application/problem+json")} }`;
    expect(result(responses).accept).toBe("text/csv, application/json");
  });

  it.each(["text/plain\r\nX-Evil: 1", "json", "", "a/b, c/d", `a/${"b".repeat(1000)}`, "text/plain; x=\u0000"])(
    "leave out what no header can name: %j",
    (type) => {
      const responses = `{ "200": ${content(type)} }`;
      expect(result(responses).accept).toBe("*/*");
      expect(problemsOf(document(responses))).toMatchObject([{ code: "media-type-form", severity: "warning" }]);
    },
  );
});
