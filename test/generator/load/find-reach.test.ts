import { describe, expect, it } from "vitest";
import { findReach } from "../../../generator/load/find-reach.js";
import type { MutableObject } from "../../../generator/shared/json.js";
import { cpuTime } from "../../helpers/cpu-time.js";
import { document, findings } from "./load-text.js";

const ref = (name: string): MutableObject => ({ $ref: `#/components/${name}` });
const answer = (schema: MutableObject): MutableObject => ({ content: { "application/json": { schema } } });

describe("what reaches a place", () => {
  const api: MutableObject = {
    paths: {
      "/item": {
        parameters: [ref("parameters/P")],
        get: { responses: { "200": answer(ref("schemas/A")), default: answer(ref("schemas/E")) } },
        put: { requestBody: ref("requestBodies/B"), responses: { default: answer(ref("schemas/E")) } },
      },
      "/other": {
        post: {
          callbacks: { c: { u: { post: { requestBody: ref("requestBodies/B") } } } },
          responses: {
            "201": { headers: { H: { schema: ref("schemas/H") } }, links: { l: {} } },
            "400": ref("responses/R"),
          },
        },
        get: { responses: { "200": answer({ $ref: "#/paths/~1item/put/requestBody/content" }) } },
      },
      "/more": {
        parameters: [{ name: "m", in: "query", schema: ref("schemas/M") }],
        query: { responses: {} },
        additionalOperations: { COPY: { responses: { "200": answer(ref("schemas/M")) } } },
      },
    },
    components: {
      parameters: { P: { name: "p", in: "query", schema: {} } },
      requestBodies: { B: answer({ allOf: [ref("schemas/A")] }) },
      responses: { R: answer(ref("schemas/E")) },
      schemas: {
        A: { properties: { self: ref("schemas/A"), c: ref("schemas/C") } },
        C: { items: ref("schemas/A") },
        E: {},
        H: {},
        M: {},
      },
    },
  };
  const cases: readonly [string, string, readonly string[]][] = [
    ["a schema behind a cycle", "components.schemas.C.minLength", ["/paths/~1item/get", "/paths/~1item/put"]],
    ["a shared body, not by a callback", "components.requestBodies.B.content", ["/paths/~1item/put"]],
    ["a parameter of the path", "components.parameters.P.name", ["/paths/~1item/get", "/paths/~1item/put"]],
    ["the path, by its operations", "paths./item.parameters", ["/paths/~1item/get", "/paths/~1item/put"]],
    ["an operation, not by its neighbours", "paths./item.put.requestBody", ["/paths/~1item/put"]],
    ["an answer that is read", "components.schemas.E.type", ["/paths/~1item/put"]],
    ["a header of an answer", "components.schemas.H.type", []],
    ["other methods", "components.schemas.M", ["/paths/~1more/additionalOperations/COPY", "/paths/~1more/query"]],
    ["one of them", "paths./more.additionalOperations.COPY.tags", ["/paths/~1more/additionalOperations/COPY"]],
    ["what nothing uses", "components.schemas.Z", []],
    ["the root", "info", []],
  ];
  it.each(cases)("%s", (_, place, operations) => {
    expect(findReach(api, [place.split(".")])).toEqual([operations]);
  });

  it("counts an operation once, with the first of its faults", () => {
    const reach = findReach(api, [
      ["components", "schemas", "A", "type"],
      ["components", "requestBodies", "B", "content"],
    ]);
    expect(reach).toEqual([["/paths/~1item/get", "/paths/~1item/put"], []]);
  });

  it("takes time in proportion to the document", async () => {
    const build = (size: number): MutableObject => {
      const names = Array.from({ length: size }, (_, index) => index);
      const schemas = names.map((index): [string, MutableObject] => [
        `S${index}`,
        { allOf: [ref(`schemas/S${(index + 1) % size}`), ref(`schemas/S${(index * 7 + 1) % size}`)], type: 5 },
      ]);
      const paths = names.map((index): [string, MutableObject] => [
        `/p${index}`,
        { get: { responses: { "200": answer(ref(`schemas/S${index}`)) } } },
      ]);
      return { paths: Object.fromEntries(paths), components: { schemas: Object.fromEntries(schemas) } };
    };
    const time = (size: number): Promise<number> => {
      const api = build(size);
      const places = Object.keys((api.components as { schemas: MutableObject }).schemas).map((name) => [
        "components",
        "schemas",
        name,
        "type",
      ]);
      return cpuTime(() => void findReach(api, places));
    };
    await time(1000);
    const small = await time(2000);
    expect(await time(16_000)).toBeLessThan(Math.max(small, 20) * 30);
  });
});

it("tells of a fault once, and names a few of the operations that it costs", async () => {
  const paths = ["a", "b", "c", "d", "e"].map(
    (name) =>
      `  /${name}: { get: { operationId: ${name}, responses: { "200": { description: d, content: { text/json: { schema: { $ref: "#/components/schemas/A" } } } } } } }`,
  );
  const schemas =
    "components:\n  schemas:\n    A: { $ref: '#/components/responses/R' }\n  responses: { R: { description: r } }\n";
  expect(await findings(document(paths.join("\n"), schemas))).toEqual([
    "warning ref-target api.yaml:11:10 5 operations are omitted (a, b, c and 2 more): `components.schemas.A` refers to `#/components/responses/R`, which is not a Schema.",
  ]);
});
