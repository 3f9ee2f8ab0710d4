import { CommanderError } from "commander";
import { ProblemsError } from "../shared/problems.js";
import { buildProgram } from "./build-program.js";
import { escapeText } from "./escape-text.js";
import { exitCode } from "./exit-code.js";
import { printOutcome } from "./print-outcome.js";
import { readUsageError } from "./read-usage-error.js";
import type { Io, Outcome } from "./types.js";

/** Runs one command line and answers its exit code: 0 to 4 as the help says, 70 for a bug of ours. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let outcome: Outcome = { data: {}, lines: [], problems: [] };
  const program = buildProgram(io, (done) => {
    outcome = done;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0; // help or version, printed already
    const problems =
      error instanceof ProblemsError
        ? error.problems
        : error instanceof CommanderError
          ? [readUsageError(error)]
          : undefined;
    if (problems === undefined) return printBug(error, argv.includes("--verbose"), io);
    outcome = { data: {}, lines: [], problems };
  }
  printOutcome(outcome, program.opts().reporter === "json", io);
  return exitCode(outcome.problems);
}

function printBug(error: unknown, verbose: boolean, io: Io): number {
  const message = error instanceof Error ? error.message : String(error);
  io.err(`internal error: ${escapeText(message)}\n`);
  io.err("  This is a bug of openapi-toolpack. Please report it with the command and, if you can, its input files");
  io.err(verbose ? ".\n" : "; --verbose shows where it happened.\n");
  if (verbose && error instanceof Error) io.err(`${error.stack ?? ""}\n`);
  return 70;
}
