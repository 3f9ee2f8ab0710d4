import type { Action } from "../model/types.js";
import type { Remark } from "./lint-model.js";

/** What most hosts prepend to a tool's name: `mcp__` and the name of a server. */
const HOST_PREFIX = 16;
const MAX_NAME = 64;

/** Effect, approval and name of one tool. */
export function lintTool({ name, effect, approval, retry, operation, hints, override }: Action): readonly Remark[] {
  const remarks: Remark[] = [];
  const warn = (code: string, message: string, fix: string): void => {
    remarks.push({ code, severity: "warning", message, fix });
  };
  const { method } = operation;
  if (effect === "delete" && !approval)
    warn("delete-without-approval", "It deletes without approval.", "Set `approval: true`.");
  if (effect === "delete" && !hints.destructive)
    warn(
      "delete-not-destructive",
      "It deletes, but its hints say that it is not destructive.",
      "Remove `hints.destructive`.",
    );
  if (method === "DELETE" && effect !== "delete")
    warn("effect-method", `It sends DELETE, but its effect is "${effect}".`, "Set `effect: delete`.");
  // A derived one is told of where it is derived.
  if (method === "GET" && effect !== "read" && override !== undefined)
    warn(
      "effect-method",
      `It sends GET, but its effect is "${effect}".`,
      "Set `effect: read`, or explain it in the description.",
    );
  if (effect === "read" && (method === "PUT" || method === "PATCH"))
    warn("effect-method", `It sends ${method}, but its effect is "read".`, "Set `effect: write`.");
  if (retry === "safe" && effect !== "read" && !hints.idempotent)
    warn(
      "retry-not-idempotent",
      "It may be retried, but is not idempotent.",
      "Remove `retry`, or set `hints.idempotent`.",
    );
  if (operation.deprecated && override !== undefined)
    warn("deprecated-operation", `Its operation ${operation.id} is deprecated.`, "Use the operation that replaces it.");
  if (name.length > MAX_NAME - HOST_PREFIX)
    warn(
      "long-name",
      `Its name has ${name.length} characters, which leaves a host too few of its ${MAX_NAME} for a prefix.`,
      `Shorten it to ${MAX_NAME - HOST_PREFIX} characters.`,
    );
  return remarks;
}
