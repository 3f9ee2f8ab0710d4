import type { Position, Problem, ProblemKind } from "../shared/problems.js";

/** A key that its object already had, and where it is written again. */
export interface RepeatedKey {
  readonly path: readonly string[];
  readonly at: Position;
}

/** The problem of a repeated key: a warning in data that only people read, an error everywhere else. */
export function buildRepeatProblem({ path, at }: RepeatedKey, kind: ProblemKind, isData: boolean): Problem {
  const place = path.length === 1 ? `\`${at.file}\`` : `\`${path.slice(0, -1).join(".")}\``;
  return {
    code: "duplicate-key",
    kind,
    severity: isData ? "warning" : "error",
    message: `The key \`${path.at(-1)}\` is repeated in ${place}${isData ? "; the last value is used" : ""}.`,
    fix: "Remove or rename one of the two.",
    at,
  };
}
