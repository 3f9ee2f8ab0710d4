import { lintModel, locateProblems, type Problem, readModel } from "../index.js";
import { readPacks } from "./read-packs.js";
import type { Io, Outcome, PackFlags } from "./types.js";

/** Prints what could be better in the document and the overrides; every finding and warning counts. */
export async function runLint(flags: PackFlags, io: Io): Promise<Outcome> {
  const problems: Problem[] = [];
  let tools = 0;
  for (const pack of await readPacks(flags, io.cwd)) {
    const { model, problems: warnings, locate } = await readModel({ ...pack, cwd: io.cwd });
    problems.push(...warnings, ...locateProblems(lintModel(model), locate));
    tools += model.actions.length;
  }
  return { data: { tools }, lines: [`${problems.length} findings in ${tools} tools.`], problems };
}
