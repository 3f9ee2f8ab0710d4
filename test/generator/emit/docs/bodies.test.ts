import { expect, test } from "vitest";
import { buildArguments } from "../../../../generator/emit/docs/build-arguments.js";
import { buildNotes } from "../../../../generator/emit/docs/build-notes.js";
import { actionOf, modelOf } from "../../../helpers/model-text.js";
import { specOf } from "../../../helpers/request-of.js";

const bindings = { ids: [], ownership: undefined, entity: undefined };

test("the page of a tool says what is sent of several media types, and how a file is given", () => {
  const form = (type: string): string =>
    `${type}: { schema: { type: object, properties: { photo: { type: string, format: binary } } } }`;
  const fields = `requestBody: { content: { ${form("multipart/form-data")}, ${form("application/x-www-form-urlencoded")} } }`;
  expect(buildNotes(actionOf(modelOf(specOf(fields)), "run"), bindings, [])).toEqual([
    "The body is sent as `multipart/form-data`; the API also accepts `application/x-www-form-urlencoded`.",
    expect.stringMatching(/^`photo`: a file is given by exactly one of .* `readFile`, or `--allow-files`/),
  ]);
});

test("the open part of a body says where it goes", () => {
  const schema = "{ type: object, properties: { a: {} }, additionalProperties: true }";
  const fields = `requestBody: { required: true, content: { application/json: { schema: ${schema} } } }`;
  const action = actionOf(modelOf(specOf(fields)), "run");
  expect(buildNotes(action, bindings, [])).toEqual([]);
  expect(buildArguments(action).map(({ name, sent }) => [name, sent])).toContainEqual([
    "additional_properties",
    "further properties of the body",
  ]);
});

test("a page lists only so many fields of one argument, and says that there are more", () => {
  const names = Array.from({ length: 201 }, (_, index) => `f${index + 100}`);
  const large = `{ type: object, properties: { ${names.map((name) => `${name}: {}`).join(", ")} } }`;
  const schema = `{ type: object, properties: { a: ${large}, b: { type: object, properties: { c: {} } } } }`;
  const fields = `requestBody: { required: true, content: { application/json: { schema: ${schema} } } }`;
  const rows = buildArguments(actionOf(modelOf(specOf(fields)), "run"));
  expect(rows.map(({ name }) => name)).toEqual([
    "a",
    ...names.slice(0, 200).map((name) => `a.${name}`),
    ...["b", "b.c"],
  ]);
  expect(rows[0]?.constraints).toBe("has more fields than these 200");
});
