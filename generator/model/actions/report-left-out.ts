import { listNames } from "../../shared/list-names.js";
import type { ModelContext } from "../context.js";
import type { Operation, Unsupported } from "../operations/types.js";
import type { Model } from "../types.js";

/** The operations that cannot be tools, with the reason; one warning for all that have it from the same place. */
export function reportLeftOut({ reporter }: ModelContext, operations: readonly Operation[]): Model["hidden"] {
  const groups = new Map<string, { readonly why: Unsupported; readonly ids: string[] }>();
  const hidden = operations.flatMap((operation) => {
    const { unsupported: why } = operation;
    if (why === undefined) return [];
    const key = JSON.stringify([why.code, why.pointer, why.reason]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { why, ids: [operation.id] });
    else group.ids.push(operation.id);
    const reason = `${why.reason.charAt(0).toUpperCase()}${why.reason.slice(1)}.`;
    return [{ operation, reason, code: why.code }];
  });
  for (const { why, ids } of groups.values())
    reporter.spec({
      code: why.code,
      severity: "warning",
      pointer: why.pointer,
      message: describe(ids, why.reason),
      fix: why.fix ?? `List ${ids.length === 1 ? "it" : "them"} under \`hidden\` in the overrides with a reason.`,
    });
  return hidden;
}

function describe(ids: readonly string[], reason: string): string {
  if (ids.length === 1) return `${ids[0]} is omitted: ${reason}.`;
  return `${ids.length} operations are omitted (${listNames(ids)}): ${reason}.`;
}
