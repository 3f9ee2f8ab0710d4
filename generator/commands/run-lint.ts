import { lintModel, type Problem, readModel } from "../index.js";
import { readPacks } from "./read-packs.js";
import type { Io, Outcome, PackFlags } from "./types.js";

/** Prints what could be better in the document and the overrides; every finding and warning counts. */
export async function runLint(flags: PackFlags, io: Io): Promise<Outcome> {
  const problems: Problem[] = [];
  let tools = 0;
  for (const pack of await readPacks(flags, io.cwd)) {
    const { model, problems: warnings } = await readModel({ ...pack, cwd: io.cwd });
    problems.push(...warnings, ...lintModel(model));
    tools += model.actions.length;
  }
  return { data: { tools }, lines: [`${problems.length} findings in ${tools} tools.`], problems };
}
