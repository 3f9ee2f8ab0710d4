import { describe, expect, it } from "vitest";
import { actionOf, modelOf } from "../../helpers/model-text.js";

const responses = `responses: { "200": { description: ok } }`;

describe("names", () => {
  it.each([
    ["get: { operationId: getPetByID, R }", "get_pet_by_id"],
    ["get: { operationId: 'repos/list-for-org', R }", "repos_list_for_org"],
    ["get: { operationId: 'Événement lu', R }", "evenement_lu"],
    ["get: { operationId: '2fa', R }", "call_2fa"],
    ["get: { operationId: '日本', R }", "get_pets"],
    ["get: { R }", "get_pets"],
  ])("%s -> %s", (operation, name) => {
    const model = modelOf(`paths: { /pets: { ${operation.replace("R", responses)} } }`);
    expect(model.actions.map((action) => action.name)).toEqual([name]);
  });

  it("takes the words of a path", () => {
    const spec = `paths: { "/pets/{id}/toys": { parameters: [{ name: id, in: path, required: true, schema: { type: string } }], get: { ${responses} } } }`;
    expect(modelOf(spec).actions[0]?.name).toBe("get_pets_by_id_toys");
  });

  it("tells every member of a collision apart, whatever the order", () => {
    const build = (ids: readonly [string, string][]): Map<string, string> =>
      new Map(
        modelOf(
          `paths: { ${ids.map(([path, id]) => `${path}: { get: { operationId: ${id}, ${responses} } }`).join(", ")} }`,
        ).actions.map((action) => [action.operation.path, action.name]),
      );
    const found = build([
      ["/a", "getPet"],
      ["/b", "get_pet"],
    ]);
    expect(new Set(found.values()).size).toBe(2);
    for (const name of found.values()) expect(name).toMatch(/^get_pet_[0-9a-f]{6}$/);
    expect(
      build([
        ["/b", "get_pet"],
        ["/a", "getPet"],
      ]),
    ).toEqual(found);
  });

  it("gives way to names of the overrides, and keeps to the budget", () => {
    const spec = `paths: { /a: { get: { operationId: getPet, ${responses} }, put: { operationId: ${"long ".repeat(30)}, ${responses} } }, /b: { get: { operationId: other, ${responses} } } }`;
    const overrides = `pack: { namePrefix: p_, nameBudget: { max: 40, reserve: mcp__x__ } }
actions: [{ name: get_pet, title: T, group: g, description: D., operation: other, effect: read, bind: none }]`;
    const names = modelOf(spec, overrides).actions.map((action) => action.name);
    expect(names[0]).toBe("get_pet");
    expect(names[1]).toMatch(/^get_pet_[0-9a-f]{6}$/);
    expect(names[2]).toMatch(/^long_.*_[0-9a-f]{6}$/);
    expect(names[2]?.length).toBeLessThanOrEqual(40 - 8 - 2);
  });
});

it("describes, groups and classes by the document", () => {
  const model = modelOf(`
paths:
  /a:
    get: { operationId: a, tags: [Big Things], summary: Get a thing., description: "Line one\\nstill one.\\n\\n- item", ${responses} }
    delete: { operationId: b, deprecated: true, summary: Deletes a thing, description: "Delete a thing at once.", ${responses} }
    post: { operationId: c, description: "${"word ".repeat(400)}", ${responses} }
    head: { operationId: d, ${responses} }
`);
  expect(actionOf(model, "a")).toMatchObject({
    title: "Get a thing",
    group: "big_things",
    description: "Get a thing. Line one still one.\n- item",
    effect: "read",
    bind: "none",
    override: undefined,
    scope: "big_things:read",
  });
  expect(actionOf(model, "b")).toMatchObject({
    effect: "delete",
    approval: true,
    description: "Deprecated. Delete a thing at once.",
    hints: { destructive: true },
  });
  expect(actionOf(model, "c").description.length).toBeLessThanOrEqual(1000);
  expect(actionOf(model, "c").effect).toBe("write");
  expect(actionOf(model, "d")).toMatchObject({ effect: "read", title: "D", description: "HEAD /a", group: "default" });
});

it("resolves clashes of places, and keeps odd wire names", () => {
  const model = modelOf(`
paths:
  /a/{id}:
    put:
      operationId: a
      parameters:
        - { name: id, in: query, schema: { type: string } }
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: "filter[name]", in: query, schema: { type: string } }
        - { name: filter_name, in: query, schema: { type: string } }
        - { name: constructor, in: query, schema: { type: string } }
        - { name: X-Trace, in: header, schema: { type: string } }
      requestBody: { content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } }
      ${responses}
`);
  const found = Object.fromEntries(actionOf(model, "a").arguments.map(({ name, places }) => [places[0]?.place, name]));
  expect(found).toMatchObject({
    "path:id": "id",
    "query:id": "query_id",
    "body:/id": "body_id",
    "query:filter_name": "filter_name",
    "query:filter[name]": "query_filter_name",
    "query:constructor": "constructor_",
    "header:X-Trace": "X-Trace",
  });
});

it("always has a profile `all`", () => {
  const spec = `paths: { /a: { get: { operationId: a, ${responses} } } }`;
  expect(modelOf(spec).profiles).toEqual([{ name: "all", tools: ["a"], budget: undefined }]);
  expect(
    modelOf(spec, "profiles: { core: { tools: [a], budget: 5 } }").profiles.map((profile) => profile.name),
  ).toEqual(["core", "all"]);
});
