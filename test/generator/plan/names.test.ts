import { expect, test } from "vitest";
import { planMethodCandidates } from "../../../generator/plan/plan-methods.js";
import { planNames } from "../../../generator/plan/plan-names.js";
import { planPack } from "../../../generator/plan/plan-pack.js";
import { action, model, operation, petsModel } from "../emit/fixtures/pets.js";

test.each([
  ["search_memories", "memories", "search"],
  ["list_memories_with_filters", "memories", "listWithFilters"],
  ["get_memory_history", "memories", "getHistory"],
  ["delete_all_memories", "memories", "deleteAll"],
  ["batch_delete_memories", "memories", "batchDelete"],
  ["list_entity_memories", "memories", "listEntityMemories"],
  ["add_organization_member", "organizations", "addMember"],
  ["create_user", "entities", "createUser"],
  ["create_memory_export", "exports", "createMemoryExport"],
  ["get_memory_stats", "stats", "getMemoryStats"],
  ["get_event_status", "events", "getStatus"],
])("%s of %s is called %s", (name, group, method) => {
  expect(planMethodCandidates(name, group)[0]).toBe(method);
});

test("what collides is renamed for all alike, in whatever order it comes", () => {
  const namings = [
    { id: "get_pet", candidates: ["getPet"] },
    { id: "getPet", candidates: ["getPet"] },
    { id: "list", candidates: ["list"] },
  ];
  const one = planNames(namings, new Set());
  const other = planNames([...namings].reverse(), new Set());
  expect(Object.fromEntries(one)).toEqual(Object.fromEntries(other));
  expect(one.get("list")).toBe("list");
  expect([one.get("get_pet"), one.get("getPet")]).not.toContain("getPet");
});

test("no name hides one of the language", () => {
  const names = ["delete", "class", "promise", "object", "con", "index", "constructor"];
  const plan = planPack(model(names.map((name) => action(name, operation({ path: `/${name}` }), []))));
  const tools = Object.fromEntries(plan.tools.map((tool) => [tool.action.name, tool]));
  expect(tools["delete"]?.symbols.tool.name).toBe("deleteTool");
  expect(tools["class"]?.symbols.tool.name).toBe("classTool");
  expect(tools["con"]?.file).toMatch(/^pets\/con_/);
  expect(tools["index"]?.file).toMatch(/^pets\/index_/);
  expect(tools["constructor"]?.method).not.toBe("constructor");
});

test("the order of the tools changes no name", () => {
  const pets = petsModel();
  const names = (actions: typeof pets.actions): unknown =>
    planPack({ ...pets, actions })
      .tools.map(({ file, method, symbols: { tool, params } }) => [file, tool.name, method, params.name])
      .sort();
  expect(names([...pets.actions].reverse())).toEqual(names(pets.actions));
});

test("the path takes the names of the arguments", () => {
  const get = planPack(petsModel()).tools[1];
  expect(get?.operation).toEqual({ method: "GET", path: "/pets/{pet_id}" });
});
