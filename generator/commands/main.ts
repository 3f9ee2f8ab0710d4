import { CommanderError } from "commander";
import { type Problem, ProblemsError } from "../shared/problems.js";
import { buildProgram } from "./build-program.js";
import { escapeText } from "./format-problem.js";
import { exitCode, printOutcome } from "./print-outcome.js";
import type { Io, Outcome } from "./types.js";

/** Runs the command line of this process. */
export async function run(): Promise<void> {
  // A closed pipe (`toolpack list | head`) is not an error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  const terminal = process.stderr.isTTY === true;
  // Sets the code instead of exiting, so that pending output is written.
  process.exitCode = await main(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    cwd: process.cwd(),
    color: terminal && !process.env.NO_COLOR && process.env.TERM !== "dumb",
    progress: terminal,
  });
}

/** Runs one command line and returns its exit code: 0 to 4 as the help says, 70 for a bug in the generator. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let outcome: Outcome = { data: {}, lines: [], problems: [] };
  const program = buildProgram(io, (done) => {
    outcome = done;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0; // help or version, printed already
    const problems = readProblems(error);
    if (problems === undefined) return printBug(error, argv.includes("--verbose"), io);
    outcome = { data: {}, lines: [], problems };
  }
  printOutcome(outcome, program.opts().reporter === "json", io);
  return exitCode(outcome.problems);
}

function readProblems(error: unknown): readonly Problem[] | undefined {
  if (error instanceof ProblemsError) return error.problems;
  return error instanceof CommanderError ? [readUsageError(error)] : undefined;
}

/** A Commander error as a problem. */
function readUsageError(error: CommanderError): Problem {
  const [first = "", ...rest] = error.message.replace(/^error: /, "").split("\n");
  const suggestion = /^\((Did you mean .*\?)\)$/.exec(rest.join(" "))?.[1];
  const help = error.code === "commander.help";
  return {
    code: error.code.replace(/^commander\./, "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    kind: "usage",
    severity: "error",
    message: help ? "Missing command." : `${first.charAt(0).toUpperCase()}${first.slice(1)}.`.replace(/\.\.$/, "."),
    fix: suggestion ?? "See `toolpack --help`, or `toolpack <command> --help`.",
  };
}

function printBug(error: unknown, verbose: boolean, io: Io): number {
  const message = error instanceof Error ? error.message : String(error);
  io.err(`internal error: ${escapeText(message)}\n`);
  io.err("  This is a bug in openapi-toolpack. Please report it with the command and, if you can, its input files.\n");
  if (!verbose) io.err("  Pass --verbose to see where it happened.\n");
  else if (error instanceof Error) io.err(`${error.stack ?? ""}\n`);
  return 70;
}
