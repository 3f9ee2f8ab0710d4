import { suggestName } from "../../shared/nearest-name.js";
import { joinPointer } from "../../shared/pointer.js";
import type { ModelContext } from "../context.js";
import type { Action } from "../types.js";

/** `pack.polls` names actions that exist. */
export function checkPolls({ loaded, reporter }: ModelContext, actions: readonly Action[]): void {
  const known = [...actions, ...(loaded.overrides.actions ?? [])].map((action) => action.name);
  for (const name of Object.keys(loaded.overrides.pack?.polls ?? {}))
    if (!known.includes(name))
      reporter.overrides({
        code: "unknown-action",
        pointer: joinPointer("/pack/polls", name),
        message: `\`pack.polls\` names "${name}", which is no action.`,
        fix: suggestName(name, known, "remove this entry"),
      });
}
