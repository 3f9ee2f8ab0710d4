import { compareText } from "../shared/order.js";
import type { Problem, ProblemKind } from "../shared/problems.js";
import { escapeText, formatProblem } from "./format-problem.js";
import type { Io, Outcome } from "./types.js";

/** Prints results to `out`, and problems to `err` or, as JSON, into the one document on `out`. */
export function printOutcome(outcome: Outcome, json: boolean, io: Io): void {
  const problems = sortProblems(outcome.problems);
  // If the data is a list, problems go to `err`.
  const inside = json && !Array.isArray(outcome.data);
  if (json) {
    const document = inside ? { ...outcome.data, problems } : outcome.data;
    io.out(`${JSON.stringify(document, null, 2).split("\n").map(escapeText).join("\n")}\n`);
  } else {
    for (const line of outcome.lines) io.out(`${escapeText(line)}\n`);
  }
  if (!inside) for (const problem of problems) io.err(formatProblem(problem, io.color));
}

/** Sorts problems by file, line and column; those without a place come first. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareText(a.at?.file ?? "", b.at?.file ?? "") ||
      (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
      (a.at?.column ?? 0) - (b.at?.column ?? 0) ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

const CODES: Readonly<Record<ProblemKind, number>> = { finding: 1, usage: 2, spec: 3, write: 4 };

/** The exit code: 0 if nothing is wrong; with several kinds, the highest code. */
export function exitCode(problems: readonly Problem[]): number {
  return Math.max(0, ...problems.filter(({ severity }) => severity === "error").map(({ kind }) => CODES[kind]));
}
