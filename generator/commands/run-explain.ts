import { type Problem, ProblemsError, readModel } from "../index.js";
import { buildExplanation, type Explanation } from "./build-explanation.js";
import { formatExplanation } from "./format-explanation.js";
import { readPacks } from "./read-packs.js";
import { suggest } from "./suggest.js";
import type { Io, Outcome, PackFlags } from "./types.js";

/** Prints what shaped a tool, and where each of its arguments goes. */
export async function runExplain(tool: string, flags: PackFlags, io: Io): Promise<Outcome> {
  const explanations: Explanation[] = [];
  const known: string[] = [];
  const problems: Problem[] = [];
  for (const pack of await readPacks(flags, io.cwd)) {
    const read = await readModel({ ...pack, cwd: io.cwd });
    const { model, problems: warnings } = read;
    problems.push(...warnings);
    known.push(...model.actions.flatMap(({ name, aliases }) => [name, ...aliases]));
    const action = model.actions.find(({ name, aliases }) => name === tool || aliases.includes(tool));
    if (action !== undefined) explanations.push(buildExplanation(action, read));
  }
  if (explanations.length === 0) {
    throw new ProblemsError([
      {
        code: "unknown-tool",
        kind: "usage",
        severity: "error",
        message: `There is no tool "${tool}".`,
        fix: suggest(tool, known, "The tools are"),
      },
    ]);
  }
  return { data: { tools: explanations }, lines: explanations.flatMap(formatExplanation), problems };
}
