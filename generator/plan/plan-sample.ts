import type { GroupPlan, Plan, ToolPlan } from "./types.js";

/** What the front page of a pack shows. */
export interface SamplePlan {
  /** The tool of the examples; undefined where no action has an example to show. */
  readonly tool: ToolPlan | undefined;
  /** The profile that a pack offers when its host chooses none, as `createToolpack` of the runtime decides it. */
  readonly profile: string;
  readonly counts: { readonly actions: number; readonly groups: number; readonly approvals: number };
}

/** Chooses the tool to show and counts the pack. */
export function planSample({ groups, tools, offered }: Pick<Plan, "groups" | "tools" | "offered">): SamplePlan {
  return {
    tool: chooseTool(offered.byDefault, groups),
    profile: offered.profile,
    counts: {
      actions: tools.length,
      groups: groups.length,
      approvals: tools.filter(({ action }) => action.approval).length,
    },
  };
}

/**
 * Of the tools with an example that run without approval: one that reads and has a required argument, in the largest
 * group.
 */
function chooseTool(offered: readonly ToolPlan[], groups: readonly GroupPlan[]): ToolPlan | undefined {
  const shown = offered.filter(({ action }) => action.examples.accept.length > 0 && !action.approval);
  const reads = shown.filter(
    ({ action }) => action.effect === "read" && action.arguments.some((each) => each.required),
  );
  const most = Math.max(0, ...groups.map(({ tools }) => tools.length));
  const largest = new Set(groups.filter(({ tools }) => tools.length === most).map(({ name }) => name));
  return reads.find(({ group }) => largest.has(group)) ?? reads[0] ?? shown[0];
}
