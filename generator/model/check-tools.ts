import type { Loaded } from "../load/types.js";
import { originOf } from "../shared/origin.js";
import type { Finding } from "../shared/problems.js";
import type { Model } from "./types.js";

/** The problem of a model without a tool, unless that is what the overrides ask for. */
export function checkTools({ operations, actions, hidden }: Model, loaded: Loaded): readonly Finding[] {
  const leftOut = hidden.filter(({ code }) => code !== "hidden");
  if (actions.length > 0 || (operations.length > 0 && leftOut.length === 0)) return [];
  const said =
    operations.length === 0
      ? {
          message: "The document has no operations, so there is nothing to make a tool of.",
          fix: "Check that this is the right document.",
        }
      : {
          message: `No operation can be a tool: ${leftOut.length} of ${operations.length} are omitted, each with a warning.`,
          fix: "Fix what the warnings name, in the document or with an overlay.",
        };
  return [{ code: "no-tools", kind: "spec", severity: "error", ...said, at: originOf("/paths", "key", loaded) }];
}
