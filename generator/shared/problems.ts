/** Where something stands in an input file; line and column count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * What a problem is about, which decides the exit code:
 * `finding` 1, `usage` (flags, config, overrides) 2, `spec` (document, overlays) 3, `write` 4.
 */
export type ProblemKind = "finding" | "usage" | "spec" | "write";

/** One thing wrong with an input, said so that a person can mend it. */
export interface Problem {
  /** Stable, kebab-case: `unknown-operation`. */
  readonly code: string;
  readonly kind: ProblemKind;
  /** A warning is printed and does not stop the run. */
  readonly severity: "error" | "warning";
  /** One sentence, with the names in it. Text of an input is shown escaped when it is printed. */
  readonly message: string;
  /** One thing to do. */
  readonly fix: string;
  readonly at?: Position;
}

/** Thrown at the end of a room that found errors; holds all of them, warnings included. */
export class ProblemsError extends Error {
  override readonly name = "ProblemsError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join("\n"));
    this.problems = problems;
  }
}
