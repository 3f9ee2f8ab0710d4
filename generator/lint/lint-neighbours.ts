import type { Action } from "../model/types.js";
import type { Remark } from "./lint-model.js";

/** Finds tools of one group that a model cannot tell apart by their descriptions. */
export function lintNeighbours(actions: readonly Action[]): ReadonlyMap<Action, readonly Remark[]> {
  const first = new Map<string, Action>();
  const remarks = new Map<Action, readonly Remark[]>();
  for (const action of actions) {
    const said = JSON.stringify([action.group, action.description.toLowerCase().replace(/\W+/g, " ").trim()]);
    const other = first.get(said);
    if (other === undefined) first.set(said, action);
    else
      remarks.set(action, [
        {
          code: "same-description",
          severity: "warning",
          message: `It has the same description as "${other.name}".`,
          fix: "Say in each when to use the other.",
        },
      ]);
  }
  return remarks;
}
