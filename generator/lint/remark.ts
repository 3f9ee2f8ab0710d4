import type { Problem } from "../shared/problems.js";

/** What one rule says about one tool; `lintModel` adds the place. */
export interface Remark {
  readonly code: string;
  readonly severity: Problem["severity"];
  readonly message: string;
  readonly fix: string;
}
