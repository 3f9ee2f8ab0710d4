/** A place in an input file as plain data, which a stage can store; `key` is the key that names the value. */
export interface Location {
  readonly file: string;
  /** JSON pointer in that file. */
  readonly pointer: string;
  readonly part: "key" | "value";
}

/** A location as file, line and column; line and column count from 1. */
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

/** One thing wrong with an input, described so that the user can fix it. */
export interface Problem {
  /** Stable, kebab-case: `unknown-operation`. */
  readonly code: string;
  readonly kind: ProblemKind;
  /** A warning is printed and does not stop the run. */
  readonly severity: "error" | "warning";
  /** One sentence, with the names in it. Text of an input is shown escaped when it is printed. */
  readonly message: string;
  /** One suggested action. */
  readonly fix: string;
  readonly at?: Position;
}

/** A problem whose line is not resolved yet; `locateProblems` resolves it. */
export interface Finding extends Omit<Problem, "at"> {
  readonly at?: Location | undefined;
}

/** Finds the line and column of a place, or of its nearest ancestor that exists. */
export type Locate = (location: Location) => Position;

/** Resolves the locations of findings to lines and columns. */
export function locateProblems(findings: readonly Finding[], locate: Locate): readonly Problem[] {
  return findings.map(({ at, ...said }) => (at === undefined ? said : { ...said, at: locate(at) }));
}

/** Thrown at the end of a stage that found errors; contains all of them, including warnings. */
export class ProblemsError extends Error {
  override readonly name = "ProblemsError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join("\n"));
    this.problems = problems;
  }
}
