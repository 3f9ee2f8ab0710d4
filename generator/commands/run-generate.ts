import { resolve } from "node:path";
import { buildFunctions, type Difference, type Generated, type Stage, writeFiles } from "../index.js";
import { startTokenCounter } from "../workers/start-token-counter.js";
import { countOperations, formatOperations, type OperationCount } from "./count-operations.js";
import { forEachPack, type Made } from "./for-each-pack.js";
import type { Io, Outcome, PackFlags } from "./types.js";

/** Generates every pack in memory, then writes them; with `dryRun` says what a write would do. */
export async function runGenerate(flags: PackFlags & { readonly dryRun?: true }, io: Io): Promise<Outcome> {
  const start = performance.now();
  const dryRun = flags.dryRun === true;
  let counter: ReturnType<typeof startTokenCounter> | undefined;
  // Loading the vocabulary takes as long as emitting, so starting it later would delay the run.
  const onStage = ({ name }: Stage): void => {
    if (name === "plan") counter ??= startTokenCounter();
  };
  try {
    const { results: packs, warnings } = await forEachPack(flags, io, (made) => made, onStage);
    counter ??= startTokenCounter();
    const counting = counter.count(
      packs.map(({ generated }) => JSON.stringify(buildFunctions(listOffered(generated)))),
    );
    counting.catch(() => undefined); // a refused write ends the run before the count is awaited

    // Of several packs all are compared before the first is written: one refusal leaves every folder as it was.
    const write = (dry: boolean): readonly (readonly Difference[])[] =>
      packs.map(({ out, generated }) => writeFiles(resolve(io.cwd, out), generated.files, { dryRun: dry }));
    const differences = write(dryRun || packs.length > 1);
    if (!dryRun && packs.length > 1) write(false);

    const tokens = await counting;
    const ms = Math.round(performance.now() - start);
    const reports = packs.map((made, index) => buildReport(made, differences[index] ?? [], tokens[index] ?? 0));
    return {
      data: { dryRun, ms, packs: reports },
      lines: [...reports.flatMap((report) => formatReport(report, dryRun)), `  time    ${(ms / 1000).toFixed(2)} s`],
      problems: warnings,
    };
  } finally {
    await counter?.close();
  }
}

/** The tools of definitions/openai.json, whose tokens are counted. */
function listOffered({ plan }: Generated): Generated["plan"]["model"]["actions"] {
  return plan.offered.all.map(({ action }) => action);
}

/** What a run generated of one pack. */
interface Report {
  readonly name: string;
  readonly version: string;
  readonly out: string;
  /** Tools of profile `all`, and of the whole pack. */
  readonly tools: number;
  readonly allTools: number;
  readonly operations: OperationCount;
  readonly groups: readonly string[];
  readonly files: {
    readonly total: number;
    readonly written: number;
    readonly unchanged: number;
    readonly removed: number;
  };
  readonly differences: readonly Difference[];
  /** o200k_base tokens of the OpenAI definitions of profile `all`. */
  readonly tokens: number;
  readonly stages: readonly Stage[];
}

function buildReport({ out, generated }: Made, differences: readonly Difference[], tokens: number): Report {
  const { plan, files, stages } = generated;
  const removed = differences.filter(({ change }) => change === "delete").length;
  const written = differences.length - removed;
  return {
    name: plan.model.pack.name,
    version: plan.model.pack.version,
    out,
    tools: plan.offered.all.length,
    allTools: plan.tools.length,
    operations: countOperations(plan.model),
    groups: plan.groups.map(({ name }) => name),
    files: { total: files.length, written, unchanged: files.length - written, removed },
    differences,
    tokens,
    stages: stages.map(({ name, ms }) => ({ name, ms: Math.round(ms) })),
  };
}

function formatReport(report: Report, dryRun: boolean): readonly string[] {
  const { files, groups } = report;
  const more = report.allTools > report.tools ? ` (profile all; ${report.allTools} in the pack)` : "";
  const steps = new Map<string, number>();
  for (const { name, ms } of report.stages) steps.set(name, (steps.get(name) ?? 0) + ms);
  return [
    `${report.name} ${report.version} ${dryRun ? "for" : "in"} ${report.out}`,
    `  tools   ${report.tools}${more}`,
    `  operations  ${formatOperations(report.operations)}`,
    `  groups  ${groups.length}: ${groups.join(", ")}`,
    dryRun
      ? `  files   ${files.total}: ${report.differences.length === 0 ? "nothing would change" : "this would change"}`
      : `  files   ${files.total}: ${files.written} written, ${files.unchanged} unchanged, ${files.removed} removed`,
    ...(dryRun ? report.differences.map(({ path, change }) => `    ${change.padEnd(6)} ${path}`) : []),
    `  tokens  ${report.tokens} (profile all, o200k_base)`,
    `  stages  ${[...steps].map(([name, ms]) => `${name} ${ms} ms`).join(", ")}`,
  ];
}
