import type { Problem } from "../shared/problems.js";

/** Formats a problem as `file:line:column code sentence`, with what to do on the line below. */
export function formatProblem(problem: Problem, color: boolean): string {
  const paint = (code: number, text: string): string => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const place = problem.at === undefined ? "" : `${problem.at.file}:${problem.at.line}:${problem.at.column} `;
  const code = paint(problem.severity === "error" ? 31 : 33, escapeText(problem.code));
  const label = problem.severity === "warning" ? "warning: " : "";
  return `${escapeText(place)}${code} ${label}${escapeText(problem.message)}\n  ${escapeText(problem.fix)}\n`;
}

/** Control and format characters, line separators, lone surrogates. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Makes text of an input safe for a terminal: escapes control and format characters. */
export function escapeText(text: string): string {
  return text.replace(UNSAFE, (character) => character.split("").map(escapeUnit).join(""));
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
