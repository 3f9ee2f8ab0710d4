import { escapeText } from "./escape-text.js";
import { formatProblem } from "./format-problem.js";
import { sortProblems } from "./sort-problems.js";
import type { Io, Outcome } from "./types.js";

/** Results go to `out`; problems to `err`, or as JSON into the one document on `out`. */
export function printOutcome(outcome: Outcome, json: boolean, io: Io): void {
  const problems = sortProblems(outcome.problems);
  // A list stays a list: what is wrong with its inputs is no part of it.
  const inside = json && !Array.isArray(outcome.data);
  if (json) {
    const document = inside ? { ...outcome.data, problems } : outcome.data;
    io.out(`${JSON.stringify(document, null, 2).split("\n").map(escapeText).join("\n")}\n`);
  } else {
    for (const line of outcome.lines) io.out(`${escapeText(line)}\n`);
  }
  if (!inside) for (const problem of problems) io.err(formatProblem(problem, io.color));
}
