import { expect, test } from "vitest";
import { planComment } from "../../../generator/plan/plan-comment.js";
import { planPack } from "../../../generator/plan/plan-pack.js";
import { findComponents } from "../../../generator/plan/plan-params.js";
import { action, argument, input, model, operation } from "../emit/fixtures/pets.js";

test("only what stands right below the component schemas has a type of its own", () => {
  const pointers = {
    Pet: "/components/schemas/Pet",
    Slash: "/components/schemas/a~1b~0c",
    part: "/components/schemas/Pet/properties/owner",
    nameless: "/components/schemas/",
    all: "/components/schemas",
    response: "/components/responses/Pet",
    body: "/paths/~1pets/get/schemas",
  };
  expect([...findComponents({ pointers })]).toEqual([
    ["Pet", "Pet"],
    ["Slash", "a/b~c"],
  ]);
  expect(findComponents({}).size).toBe(0);
});

test("an argument without words of its own has those of its place, else of the filter that it is sent in", () => {
  const filter = input("body:/where", { type: "object" }, { description: "Any clauses." });
  const args = [
    argument("own", { type: "string" }, "query:own", { description: "Its own." }),
    argument("placed", { type: "string" }, "query:placed", {
      places: [input("query:placed", {}, { description: "The place's." })],
    }),
    argument("owner_id", { type: "string" }, "query:x", { places: [] }),
    argument("where", { type: "object" }, "query:x", { places: [] }),
    argument("bare", { type: "string" }, "query:bare"),
  ];
  const filters = { at: filter, ids: ["owner_id"], clauses: [], raw: "where", single: "bare" } as const;
  const [tool] = planPack(model([action("find", operation({}), args, { filters })])).tools;
  expect(tool?.params.map(({ name, description }) => [name, description])).toEqual([
    ["own", "Its own."],
    ["placed", "The place's."],
    ["owner_id", "Sent as a clause of `where`."],
    ["where", "Any clauses."],
    ["bare", ""],
  ]);
});

test("fields inside an argument keep their words", () => {
  const schema = {
    type: "object",
    properties: { size: { type: "integer", description: "How many", minimum: 1, maximum: 9, default: 5 } },
  };
  const [tool] = planPack(model([action("find", operation({}), [argument("page", schema, "body:/page")])])).tools;
  expect(tool?.params[0]?.type).toMatchObject({
    properties: [{ name: "size", description: "How many. Default 5, from 1 to 9." }],
  });
});

test.each([
  [["", "Second."], {}, "Second."],
  [["Text."], { default: "a" }, 'Text. Default "a".'],
  [["By default 3."], { default: 3, maximum: 5 }, "By default 3. At most 5."],
  [["Ids:"], { minimum: 0 }, "Ids: At least 0."],
  [[""], { maximum: 2 }, "At most 2."],
  [["List"], { default: [1] }, "List"],
])("%j with %j reads %j", (texts, schema, text) => {
  expect(planComment(texts, schema)).toBe(text);
});
