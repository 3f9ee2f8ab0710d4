import type { Problem, ProblemKind } from "../shared/problems.js";

const CODES: Readonly<Record<ProblemKind, number>> = { finding: 1, usage: 2, spec: 3, write: 4 };

/** 0 when nothing is wrong; of several kinds, the one nearest to the document and the disk decides. */
export function exitCode(problems: readonly Problem[]): number {
  return Math.max(0, ...problems.filter((problem) => problem.severity === "error").map(({ kind }) => CODES[kind]));
}
