import { describe, expect, it } from "vitest";
import { escapeText, formatProblem } from "../../../generator/commands/format-problem.js";
import { exitCode, sortProblems } from "../../../generator/commands/print-outcome.js";
import type { Problem } from "../../../generator/shared/problems.js";

const problem: Problem = {
  code: "unknown-key",
  kind: "usage",
  severity: "error",
  message: 'Unknown key "tilte".',
  fix: 'Did you mean "title"?',
  at: { file: "a.yaml", line: 3, column: 7 },
};

describe("a problem", () => {
  it("is printed with its place, its code, a sentence and what to do", () => {
    expect(formatProblem(problem, false)).toBe(
      'a.yaml:3:7 unknown-key Unknown key "tilte".\n  Did you mean "title"?\n',
    );
    expect(formatProblem({ ...problem, severity: "warning" }, true)).toBe(
      'a.yaml:3:7 \u001b[33munknown-key\u001b[0m warning: Unknown key "tilte".\n  Did you mean "title"?\n',
    );
  });

  it("cannot forge another line, move the cursor, ring, or reorder and hide text", () => {
    const hostile = "a\nb\r\u001b[2Jc\u0007\u009bd\u202ee\u200bf\u2028g\ud800h\u{e0041}";
    const shown = formatProblem(
      { ...problem, message: hostile, fix: hostile, at: { ...problem.at, file: hostile, line: 1, column: 1 } },
      false,
    );
    expect(shown.split("\n")).toHaveLength(3);
    expect(shown.replaceAll("\n", "")).toMatch(/^[\u0020-\u007e]*$/);
    expect(escapeText("a\u001b\u{e0041}")).toBe("a\\u001b\\udb40\\udc41");
    expect(escapeText("naïve 日本 🎉")).toBe("naïve 日本 🎉");
  });

  it("is sorted by file, line and column", () => {
    const at = (file: string, line: number, column: number): Problem => ({ ...problem, at: { file, line, column } });
    const { at: _, ...nowhere } = problem;
    const sorted = [nowhere, at("a", 2, 1), at("a", 2, 9), at("a", 10, 1), at("b", 1, 1)];
    expect(sortProblems([...sorted].reverse())).toEqual(sorted);
  });

  it("decides the exit code by its kind, and not at all if it is a warning", () => {
    const of = (kind: Problem["kind"], severity: Problem["severity"] = "error"): Problem => ({
      ...problem,
      kind,
      severity,
    });
    expect(exitCode([])).toBe(0);
    expect(exitCode([of("write", "warning")])).toBe(0);
    expect([of("finding"), of("usage"), of("spec"), of("write")].map((one) => exitCode([one]))).toEqual([1, 2, 3, 4]);
    expect(exitCode([of("usage"), of("spec"), of("finding")])).toBe(3);
  });
});
