import { expect, it } from "vitest";
import { findTouches } from "../../../generator/model/find-touches.js";
import { loadText } from "../../helpers/load-text.js";
import { modelFrom } from "../../helpers/model-text.js";

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
  const touches = [
    { file: "fix.overlay.yaml", action: "/actions/0", changes: [{ pointer, from: "/actions/0/update" }] },
  ];
  const loaded = loadText({ spec: SPEC, touches });
  const shaped = modelFrom(loaded).actions.filter(({ operation }) => findTouches(loaded, operation).length > 0);
  expect(shaped.map((action) => action.name)).toEqual(names);
});
