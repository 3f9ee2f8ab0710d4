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
Without --spec, the packs of toolpack.config.json in the working folder are meant;
with it, that file is not read, and only what the flags say is used.

Exit codes: 0 ok, 1 findings, 2 usage, config or overrides, 3 document or overlay, 4 a write that would lose work`;

/** The commands and their flags. What a command found out goes to `done`. */
export function buildProgram(io: Io, done: (outcome: Outcome) => void): Command {
  const program = new Command("toolpack");
  program
    .description("Turns an OpenAPI document and a file of tool descriptions into a tool pack.")
    .version(readVersion(), "--version")
    .addOption(
      new Option("--reporter <kind>", "how results and problems are printed")
        .choices(["pretty", "json"])
        .default("pretty"),
    )
    .option("--verbose", "show where an internal error happened")
    .configureOutput({ writeOut: io.out, writeErr: () => undefined })
    .exitOverride()
    .addHelpText("after", NOTES);

  const command = (name: string, about: string, examples: readonly string[]): Command =>
    program
      .command(name)
      .description(about)
      .option("--spec <file>", "OpenAPI document, JSON or YAML")
      .option("--overrides <file>", "overrides file that shapes the tools")
      .option("--overlay <file>", "OpenAPI Overlay applied before anything else; may be repeated", collect, [])
      .addHelpText("after", `\nExamples:\n${examples.map((example) => `  $ toolpack ${example}`).join("\n")}`);

  command("generate", "write the pack", [
    "generate",
    "generate --spec petstore.yaml --out packs/petstore",
    "generate --dry-run",
  ])
    .option("--out <folder>", "folder of the pack")
    .addOption(new Option("--check", "write nothing; exit 1 when a file differs").conflicts("dryRun"))
    .option("--dry-run", "write nothing; list what would be added, changed and deleted")
    .action(async (flags: PackFlags & { check?: true; dryRun?: true }) =>
      done(flags.check ? await runCheck(flags, io) : await runGenerate(flags, io)),
    );
  command("check", "compare the pack on disk with its inputs", ["check", "check --reporter json"])
    .option("--out <folder>", "folder of the pack")
    .action(async (flags: PackFlags) => done(await runCheck(flags, io)));
  command("list", "print the tools", ["list", "list --profile core", "list --reporter json"])
    .option("--profile <name>", "profile to print", "all")
    .action(async (flags: PackFlags & { profile: string }) => done(await runList(flags, io)));
  command("lint", "print what could be better in the document and the overrides", [
    "lint",
    "lint --spec petstore.yaml",
  ]).action(async (flags: PackFlags) => done(await runLint(flags, io)));
  command("explain", "print what shaped a tool: operation, overlays, overrides, places", ["explain search_memories"])
    .argument("<tool>", "name or alias of the tool")
    .action(async (tool: string, flags: PackFlags) => done(await runExplain(tool, flags, io)));
  command("budget", "count the tokens that the tools cost a model", ["budget", "budget --reporter json"]).action(
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
