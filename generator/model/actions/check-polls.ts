import { suggestName } from "../../shared/nearest-name.js";
import { joinPointer } from "../../shared/pointer.js";
import type { ModelContext } from "../context.js";
import type { Action } from "../types.js";

/** Checks that `pack.polls` names existing actions. */
export function checkPolls({ loaded, reporter }: ModelContext, actions: readonly Action[]): void {
  const known = [...actions, ...(loaded.overrides.actions ?? [])].map((action) => action.name);
  for (const name of Object.keys(loaded.overrides.pack?.polls ?? {}))
    if (!known.includes(name))
      reporter.overrides({
        code: "unknown-action",
        pointer: joinPointer("/pack/polls", name),
        message: `Unknown action "${name}" in \`pack.polls\`.`,
        fix: suggestName(name, known, "remove this entry"),
      });
}
