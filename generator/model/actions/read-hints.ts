import type { ActionOverride, Effect } from "../../load/overrides.js";
import type { Action, Method } from "../types.js";

const IDEMPOTENT: ReadonlySet<Method> = new Set<Method>(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);

/** What a host may assume of an action: as the overrides say, else by effect and method. */
export function readHints(effect: Effect, method: Method, hints: ActionOverride["hints"]): Action["hints"] {
  return {
    readOnly: effect === "read",
    destructive: hints?.destructive ?? effect === "delete",
    idempotent: hints?.idempotent ?? (effect === "read" || IDEMPOTENT.has(method)),
    openWorld: hints?.openWorld ?? true,
  };
}
