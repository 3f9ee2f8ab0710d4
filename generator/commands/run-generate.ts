import { resolve } from "node:path";
import { buildFunctions, type Generated, generate, type Problem, writeFiles } from "../index.js";
import { startTokenCounter } from "../workers/start-token-counter.js";
import { buildReport } from "./build-report.js";
import { formatReport } from "./format-report.js";
import { readPacks } from "./read-packs.js";
import { requireOut } from "./require-out.js";
import { showProgress } from "./show-progress.js";
import type { Io, Outcome, PackFlags } from "./types.js";

interface Made {
  readonly out: string;
  readonly generated: Generated;
}

/** Makes every pack in memory, then writes them; with `dryRun` says what a write would do. */
export async function runGenerate(flags: PackFlags & { readonly dryRun?: true }, io: Io): Promise<Outcome> {
  const start = performance.now();
  const packs = (await readPacks(flags, io.cwd)).map((pack) => ({ ...pack, out: requireOut(pack) }));
  const progress = showProgress(io);
  let counter: ReturnType<typeof startTokenCounter> | undefined;
  try {
    const made: Made[] = [];
    for (const pack of packs) {
      const onStage: typeof progress = (stage) => {
        progress(stage);
        // Loading the vocabulary takes as long as emitting, which leaves this thread no time to start it later.
        if (stage.name === "plan") counter ??= startTokenCounter();
      };
      made.push({ out: pack.out, generated: await generate({ ...pack, cwd: io.cwd, onStage }) });
    }
    counter ??= startTokenCounter();
    const counting = counter.count(
      made.map(({ generated: { plan } }) =>
        JSON.stringify(buildFunctions(plan.offered.all.map(({ action }) => action))),
      ),
    );
    counting.catch(() => undefined); // a refused write ends the run before the count is awaited

    // Of several packs all are compared before the first is written: one refusal leaves every folder as it was.
    const write = (dryRun: boolean) =>
      made.map(({ out, generated }) => writeFiles(resolve(io.cwd, out), generated.files, { dryRun }));
    const differences = flags.dryRun || made.length > 1 ? write(true) : write(false);
    if (!flags.dryRun && made.length > 1) write(false);

    const tokens = await counting;
    const ms = Math.round(performance.now() - start);
    const reports = made.map(({ out, generated }, index) =>
      buildReport(out, generated, differences[index] ?? [], tokens[index] ?? 0),
    );
    return {
      data: { dryRun: flags.dryRun === true, ms, packs: reports },
      lines: [
        ...reports.flatMap((report) => formatReport(report, flags.dryRun === true)),
        `  time    ${(ms / 1000).toFixed(2)} s`,
      ],
      problems: made.flatMap(({ generated }): readonly Problem[] => generated.problems),
    };
  } finally {
    await counter?.close();
  }
}
