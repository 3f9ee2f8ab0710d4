import { resolve } from "node:path";
import { checkFiles, type Difference, type Problem } from "../index.js";
import { countNoun } from "../shared/count-noun.js";
import { closeWith, countOperations } from "./count-operations.js";
import { forEachPack } from "./for-each-pack.js";
import type { Io, Outcome, PackFlags } from "./types.js";

const WORDS: Readonly<Record<Difference["change"], string>> = { add: "missing", change: "stale", delete: "extra" };

/** Compares each pack on disk with what its inputs generate, and names the files that differ. */
export async function runCheck(flags: PackFlags, io: Io): Promise<Outcome> {
  const { results, warnings } = await forEachPack(flags, io, ({ out, generated }) => ({
    out,
    files: checkFiles(resolve(io.cwd, out), generated.files).map(({ path, change }) => ({
      path,
      state: WORDS[change],
    })),
    total: generated.files.length,
    operations: countOperations(generated.plan.model),
  }));
  return {
    data: { packs: results.map(({ out, files, operations }) => ({ out, files, operations })) },
    lines: results.flatMap(({ out, files, total, operations }) => [
      ...(files.length === 0
        ? [`${out} is up to date (${total} files).`]
        : files.map(({ path, state }) => `${state.padEnd(7)} ${out}/${path}`)),
      ...closeWith(operations),
    ]),
    problems: [
      ...warnings,
      ...results.filter(({ files }) => files.length > 0).map(({ out, files }) => stale(out, files.length)),
    ],
  };
}

function stale(out: string, count: number): Problem {
  return {
    code: "stale-pack",
    kind: "finding",
    severity: "error",
    message: `${countNoun(count, "file")} in ${out} ${count === 1 ? "differs" : "differ"} from what the inputs generate.`,
    fix: "Run `toolpack generate` with the same flags and commit the result.",
  };
}
