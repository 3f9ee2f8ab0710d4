import { expect, it } from "vitest";
import { loadText } from "../../helpers/load-text.js";
import { modelFrom, problemsOf } from "../../helpers/model-text.js";

const many = 3000;
const list = Array.from({ length: many }, (_, index) => `s${index}`);

it("reads what the document asks for once, however many operations and alternatives there are", () => {
  const document = {
    openapi: "3.1.0",
    info: { title: "Big", version: "1" },
    security: list.flatMap((name) => [{ [name]: [] }, { [`no-${name}`]: [] }]),
    paths: Object.fromEntries(list.map((name) => [`/${name}`, { get: { responses: {} } }])),
    components: {
      securitySchemes: Object.fromEntries(list.map((name) => [name, { type: "apiKey", in: "header", name }])),
    },
  };
  const start = performance.now();
  const model = modelFrom({ ...loadText({ spec: "" }), document: document as never });
  expect(model.pack.schemes).toHaveLength(many);
  expect(new Set(model.actions.map(({ security }) => security)).size).toBe(1);
  // Nine million steps for each of several passes would take longer than this.
  expect(performance.now() - start).toBeLessThan(6000);
});

it("counts the operations that one fault concerns", () => {
  const paths = list.slice(0, 12).map((name) => `/${name}: { get: { operationId: ${name}, responses: {} } }`);
  expect(problemsOf(`security: [{ nope: [] }, { nope: [], more: [] }]\npaths: { ${paths.join(", ")} }`)).toMatchObject([
    { code: "unknown-scheme", message: expect.stringContaining(": s0 and 11 more.") },
  ]);
});
