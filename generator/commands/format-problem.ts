import type { Problem } from "../shared/problems.js";
import { escapeText } from "./escape-text.js";

/** `file:line:column code sentence`, and below it what to do. */
export function formatProblem(problem: Problem, color: boolean): string {
  const paint = (code: number, text: string): string => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const place = problem.at === undefined ? "" : `${problem.at.file}:${problem.at.line}:${problem.at.column} `;
  const code = paint(problem.severity === "error" ? 31 : 33, escapeText(problem.code));
  const label = problem.severity === "warning" ? "warning: " : "";
  return `${escapeText(place)}${code} ${label}${escapeText(problem.message)}\n  ${escapeText(problem.fix)}\n`;
}
