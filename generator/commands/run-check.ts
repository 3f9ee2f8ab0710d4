import { resolve } from "node:path";
import { checkFiles, type Difference, generate, type Problem } from "../index.js";
import { readPacks } from "./read-packs.js";
import { requireOut } from "./require-out.js";
import { showProgress } from "./show-progress.js";
import type { Io, Outcome, PackFlags } from "./types.js";

const WORDS: Readonly<Record<Difference["change"], string>> = { add: "missing", change: "stale", delete: "extra" };

/** Compares each pack on disk with what its inputs make, and names the files that differ. */
export async function runCheck(flags: PackFlags, io: Io): Promise<Outcome> {
  const packs = [];
  const lines: string[] = [];
  const problems: Problem[] = [];
  for (const pack of await readPacks(flags, io.cwd)) {
    const out = requireOut(pack);
    const made = await generate({ ...pack, cwd: io.cwd, onStage: showProgress(io) });
    const differences = checkFiles(resolve(io.cwd, out), made.files);
    const files = differences.map(({ path, change }) => ({ path, state: WORDS[change] }));
    packs.push({ out, files });
    problems.push(...made.problems);
    for (const { path, state } of files) lines.push(`${state.padEnd(7)} ${out}/${path}`);
    if (files.length === 0) lines.push(`${out} is up to date (${made.files.length} files).`);
    else problems.push(stale(out, files.length));
  }
  return { data: { packs }, lines, problems };
}

function stale(out: string, count: number): Problem {
  return {
    code: "stale-pack",
    kind: "finding",
    severity: "error",
    message: `${count} ${count === 1 ? "file" : "files"} in ${out} ${count === 1 ? "differs" : "differ"} from what the inputs make.`,
    fix: "Run `toolpack generate` with the same flags and commit the result.",
  };
}
