import ts from "typescript";
import { expect, test } from "vitest";
import { planPack } from "../../../generator/plan/plan-pack.js";
import { runtimeSymbols } from "../../../generator/plan/runtime-symbols.js";
import { fileOf } from "../../../generator/shared/import-symbol.js";
import { action, argument, model, operation, petsModel } from "../emit/fixtures/pets.js";

const names = (tools: readonly { action: { name: string } }[]): string[] => tools.map((tool) => tool.action.name);
const read = (name: string, more: Parameters<typeof action>[3] = {}) => {
  const id = argument("id", { type: "string" }, "path:id", { required: true });
  return action(name, operation({ path: `/${name}/{id}` }), [id], more);
};

test("profile all is what definitions offer, core what a pack has by default", () => {
  const actions = ["a", "b", "c"].map((name) => read(name));
  const profiles = [
    { name: "core", tools: ["a"], budget: 1 },
    { name: "all", tools: ["a", "b"], budget: 1 },
  ];
  const { offered, definitions } = planPack(model(actions, { profiles }));
  expect(names(offered.all)).toEqual(["a", "b"]);
  expect([offered.profile, ...names(offered.byDefault)]).toEqual(["core", "a"]);
  expect(definitions.map(({ path, tools }) => [path, tools.length])).toEqual([
    ["definitions/json-schema.json", 3],
    ["definitions/openai.json", 2],
  ]);

  const without = planPack(model(actions, { profiles: [] })).offered;
  expect([without.profile, without.all.length, without.byDefault.length]).toEqual(["all", 3, 3]);
});

test("a tool refers to the operations of others by their symbols", () => {
  const pets = petsModel();
  const bindings = { ids: ["owner_id"], ownership: { read: "get_it", ids: { owner_id: "/owner" } }, entity: undefined };
  const poll = { id: "/event", poll: "get_it", argument: "id", status: "/status", pending: ["P"], failed: [] };
  const actions = [
    read("get_it", { group: "events" }),
    read("drop", { bind: "ownership", effect: "delete" }),
    read("queue", { event: poll }),
  ];
  const { tools } = planPack({ ...pets, actions, pack: { ...pets.pack, bindings } });
  const reader = tools[0]?.symbols.operation;
  expect(reader?.name).toBe("getItOperation");
  expect(reader && fileOf(reader)).toBe("client/events.js");
  expect(tools[1]?.tool.bind).toEqual({
    kind: "ownership",
    send: runtimeSymbols.sendOwned,
    read: reader,
    argument: "id",
    ids: { owner_id: "/owner" },
  });
  expect(tools[2]?.tool.event?.poll).toBe(reader);
  expect(tools[2]?.tool.event?.tool).toBe("get_it");
});

test("the command is named after the package, its file without what every pack ends in", () => {
  const pets = petsModel();
  const binOf = (name: string) => planPack({ ...pets, pack: { ...pets.pack, name } }).bin;
  expect(binOf("pets-toolpack")).toEqual({ name: "pets-toolpack", path: "bin/pets.js" });
  expect(binOf("@zoo/pets")).toEqual({ name: "pets", path: "bin/pets.js" });
});

test("the program of an adapter is one, whatever the ids and the package are called", () => {
  const pets = petsModel();
  const programs = [["owner_id"], ["owner-id"], []].map((ids) => {
    const bindings = { ids, ownership: undefined, entity: undefined };
    return planPack({ ...pets, pack: { ...pets.pack, bindings } }).adapters.map(({ usage }) => usage.join("\n"));
  });
  for (const program of programs.flat()) {
    const { diagnostics } = ts.transpileModule(program, { reportDiagnostics: true });
    expect(diagnostics, program).toEqual([]);
  }
  expect(programs.map(([first]) => /createPets\(\{ (.*) \}\)/.exec(first ?? "")?.[1])).toEqual([
    'bind: { owner_id: "alice" }, approve: "caller"',
    'bind: { "owner-id": "alice" }, approve: "caller"',
    'approve: "caller"',
  ]);
});
