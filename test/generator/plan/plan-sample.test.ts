import { expect, test } from "vitest";
import { planSample } from "../../../generator/plan/plan-sample.js";
import type { ProfilePlan, ToolPlan } from "../../../generator/plan/types.js";
import { buildFixture } from "../emit/docs/fixture.js";

const { groups, tools } = buildFixture();
const profile = (name: string, chosen: readonly ToolPlan[]): ProfilePlan => ({
  name,
  file: name,
  constant: name,
  tools: chosen,
  budget: undefined,
});
const named = (...names: readonly string[]): readonly ToolPlan[] =>
  tools.filter(({ action }) => names.includes(action.name));
const sampleOf = (chosen: readonly ToolPlan[]): string | undefined =>
  planSample({ groups, tools, profiles: [profile("all", chosen)] }).tool?.action.name;

test("the default profile is core where the pack has one, and the sample comes from it", () => {
  const all = profile("all", tools);
  expect(planSample({ groups, tools, profiles: [all] })).toMatchObject({
    profile: "all",
    tool: { action: { name: "search_notes" } },
  });
  expect(planSample({ groups, tools, profiles: [all, profile("core", named("add_note"))] })).toMatchObject({
    profile: "core",
    tool: { action: { name: "add_note" } },
  });
});

test("the sample reads and runs unasked; without one that does, any with an example", () => {
  expect(sampleOf(named("add_note", "delete_note", "search_notes"))).toBe("search_notes");
  expect(sampleOf(named("delete_note", "add_note"))).toBe("add_note");
  expect(sampleOf(named("delete_note"))).toBeUndefined();
  expect(sampleOf(named("list_events"))).toBeUndefined();
});

test("of several that read, the sample is the first of the largest group", () => {
  const withExample = (name: string): ToolPlan[] =>
    named(name).map((tool) => ({
      ...tool,
      action: { ...tool.action, examples: { accept: [{ event_id: "e" }], refuse: [] } },
    }));
  const events = withExample("get_event");
  expect(sampleOf([...events, ...named("search_notes")])).toBe("search_notes");
  expect(sampleOf(events)).toBe("get_event");
});

test("the counts are those of the whole pack", () => {
  const { counts } = planSample({ groups, tools, profiles: [profile("core", named("add_note"))] });
  expect(counts).toEqual({ actions: 6, groups: 2, approvals: 1 });
});
