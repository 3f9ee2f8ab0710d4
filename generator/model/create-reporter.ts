import type { Loaded } from "../load/types.js";
import type { Problem } from "../shared/problems.js";

/** What every problem of this room says. */
export interface Finding {
  readonly code: string;
  /** JSON pointer in the file that the problem is about. */
  readonly pointer: string;
  readonly message: string;
  readonly fix: string;
  readonly severity?: Problem["severity"];
}

/** Collects problems, so that a run reports all of them at once. */
export interface Reporter {
  readonly problems: readonly Problem[];
  /** Something wrong in the overrides; points at the key that names it. */
  overrides(finding: Finding): void;
  /** Something wrong in the document. */
  spec(finding: Finding): void;
}

export function createReporter(loaded: Loaded): Reporter {
  const problems: Problem[] = [];
  return {
    problems,
    overrides({ pointer, severity = "error", ...said }) {
      const at = loaded.overridesFile?.locateKey(pointer);
      problems.push({ ...said, kind: "usage", severity, ...(at && { at }) });
    },
    spec({ pointer, severity = "error", ...said }) {
      problems.push({ ...said, kind: "spec", severity, at: loaded.spec.locateKey(pointer) });
    },
  };
}
