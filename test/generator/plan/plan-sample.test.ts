import { expect, test } from "vitest";
import { planOffered } from "../../../generator/plan/plan-profiles.js";
import type { SamplePlan } from "../../../generator/plan/plan-sample.js";
import { planSample } from "../../../generator/plan/plan-sample.js";
import type { ProfilePlan, ToolPlan } from "../../../generator/plan/types.js";
import { importValue } from "../../../generator/shared/import-symbol.js";
import { buildFixture } from "../emit/docs/fixture.js";

const { groups, tools } = buildFixture();
const profile = (name: string, chosen: readonly ToolPlan[]): ProfilePlan => ({
  name,
  file: name,
  symbol: importValue(`${name}Tools`, `profiles/${name}.js`),
  tools: chosen,
  budget: undefined,
});
const named = (...names: readonly string[]): readonly ToolPlan[] =>
  tools.filter(({ action }) => names.includes(action.name));
const plan = (profiles: readonly ProfilePlan[]): SamplePlan =>
  planSample({ groups, tools, offered: planOffered(tools, profiles) });
const sampleOf = (chosen: readonly ToolPlan[]): string | undefined => plan([profile("all", chosen)]).tool?.action.name;

test("the default profile is core where the pack has one, and the sample comes from it", () => {
  const all = profile("all", tools);
  expect(plan([all])).toMatchObject({
    profile: "all",
    tool: { action: { name: "search_notes" } },
  });
  expect(plan([all, profile("core", named("add_note"))])).toMatchObject({
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
  const { counts } = plan([profile("core", named("add_note"))]);
  expect(counts).toEqual({ actions: 6, groups: 2, approvals: 1 });
});
