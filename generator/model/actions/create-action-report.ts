import type { ActionOverride } from "../../load/overrides.js";
import { suggestName } from "../../shared/nearest-name.js";
import { joinPointer } from "../../shared/pointer.js";
import type { Reporter } from "../create-reporter.js";

/** Reports problems of one action of the overrides. */
export interface ActionReport {
  /** `path` names keys below the action: `["hide", "query:x"]`. */
  error(code: string, path: readonly string[], message: string, fix: string): void;
  warn(code: string, path: readonly string[], message: string, fix: string): void;
  /** A name that does not exist, with the nearest one that does. */
  unknown(
    what: { readonly code: string; readonly kind: string; readonly name: string },
    path: readonly string[],
    known: Iterable<string>,
    otherwise: string,
  ): void;
}

export function createActionReport(reporter: Reporter, action: ActionOverride, index: number): ActionReport {
  const base = joinPointer("/actions", `${index}`);
  const report =
    (severity: "error" | "warning") =>
    (code: string, path: readonly string[], message: string, fix: string): void =>
      reporter.overrides({
        code,
        severity,
        pointer: joinPointer(base, ...path),
        message: `${action.name}: ${message}`,
        fix,
      });
  return {
    error: report("error"),
    warn: report("warning"),
    unknown({ code, kind, name }, path, known, otherwise) {
      report("error")(code, path, `Unknown ${kind} "${name}".`, suggestName(name, known, otherwise));
    },
  };
}
