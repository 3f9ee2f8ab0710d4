import { expect, it } from "vitest";
import { buildModel } from "../../../generator/model/build-model.js";
import { loadText } from "../../helpers/load-text.js";

const SPEC = `
paths:
  /a: { get: { operationId: a, responses: { "200": { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } }
  /b: { get: { operationId: b, responses: {} } }
components: { schemas: { A: { type: object, properties: { b: { $ref: '#/components/schemas/B' } } }, B: { type: string } } }
`;

it.each([
  ["/components/schemas/B", ["a"]],
  ["/components/schemas/A/properties/b", ["a"]],
  ["/paths/~1b", ["b"]],
  ["/paths/~1a/get/summary", ["a"]],
  ["/info/title", []],
])("says that an overlay which touched %s shaped %j", (pointer, names) => {
  const { spec: file } = loadText({ spec: "actions: [{ target: $ }]" });
  const touches = [{ file, action: "/actions/0", pointers: [pointer] }];
  const { actions } = buildModel(loadText({ spec: SPEC, touches })).model;
  const shaped = actions.filter((action) => action.sources.overlays.length > 0);
  expect(shaped.map((action) => action.name)).toEqual(names);
  for (const action of shaped) expect(action.sources.overlays[0]?.at).toMatchObject({ line: 1, column: 11 });
});
