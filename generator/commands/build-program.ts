import { readFileSync } from "node:fs";
import { Command, Option } from "commander";
import { packageRoot } from "../shared/package-root.js";
import { runBudget } from "./run-budget.js";
import { runCheck } from "./run-check.js";
import { runExplain } from "./run-explain.js";
import { runGenerate } from "./run-generate.js";
import { runLint } from "./run-lint.js";
import { runList } from "./run-list.js";
import type { Io, Outcome, PackFlags } from "./types.js";

const NOTES = `
Without --spec, the commands use the packs in toolpack.config.json in the working folder.
With --spec, they ignore that file and use only the flags.

Exit codes:
  0  success
  1  out of date, or over a budget
  2  error in the command line, the config or the overrides
  3  error in the document or an overlay
  4  the output folder cannot hold the pack, or writing would overwrite changes`;

/** Builds the commands and their flags. A command passes its outcome to `done`. */
export function buildProgram(io: Io, done: (outcome: Outcome) => void): Command {
  const program = new Command("toolpack");
  program
    .description("Generates a tool pack from an OpenAPI document and a file of tool descriptions.")
    .version(readVersion(), "--version")
    .addOption(
      new Option("--reporter <kind>", "output format of results and problems")
        .choices(["pretty", "json"])
        .default("pretty"),
    )
    .option("--verbose", "print the stack trace of an internal error")
    .configureOutput({ writeOut: io.out, writeErr: () => undefined })
    .exitOverride()
    .addHelpText("after", NOTES);

  const command = (name: string, about: string, examples: readonly string[]): Command =>
    program
      .command(name)
      .description(about)
      .option("--spec <file>", "OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0 document, JSON or YAML")
      .option("--allow-refs", "read other files that the document refers to, below its folder")
      .option("--overrides <file>", "overrides file that defines the tools")
      .option("--overlay <file>", "OpenAPI Overlay to apply to the document; repeatable", collect, [])
      .option("--allow-unused-overlay-targets", "report an overlay target that matches nothing as a warning")
      .option("--strict", "treat every warning about the document or an overlay as an error")
      .addHelpText("after", `\nExamples:\n${examples.map((example) => `  $ toolpack ${example}`).join("\n")}`);

  command("generate", "generate the pack and write it to its folder", [
    "generate",
    "generate --spec petstore.yaml --out packs/petstore",
    "generate --dry-run",
  ])
    .option("--out <folder>", "output folder of the pack")
    .addOption(new Option("--check", "write nothing; exit with 1 if a file differs").conflicts("dryRun"))
    .option("--dry-run", "write nothing; list the files that would be added, changed and deleted")
    .action(async (flags: PackFlags & { check?: true; dryRun?: true }) =>
      done(flags.check ? await runCheck(flags, io) : await runGenerate(flags, io)),
    );
  command("check", "check whether the pack on disk is up to date", ["check", "check --reporter json"])
    .option("--out <folder>", "output folder of the pack")
    .action(async (flags: PackFlags) => done(await runCheck(flags, io)));
  command("list", "list the tools of a profile", ["list", "list --profile core", "list --reporter json"])
    .option("--profile <name>", "profile to list", "all")
    .action(async (flags: PackFlags & { profile: string }) => done(await runList(flags, io)));
  command("lint", "find weaknesses in the document and the overrides", ["lint", "lint --spec petstore.yaml"]).action(
    async (flags: PackFlags) => done(await runLint(flags, io)),
  );
  command("explain", "show where a tool comes from: operation, overlays, overrides, arguments", [
    "explain search_memories",
  ])
    .argument("<tool>", "name or alias of the tool")
    .action(async (tool: string, flags: PackFlags) => done(await runExplain(tool, flags, io)));
  command("budget", "count the tokens per tool, profile and pack", ["budget", "budget --reporter json"]).action(
    async (flags: PackFlags) => done(await runBudget(flags, io)),
  );
  return program;
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function readVersion(): string {
  const text = readFileSync(new URL("package.json", packageRoot), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
