import { lintModel, locateProblems } from "../index.js";
import { countNoun } from "../shared/count-noun.js";
import { forEachModel } from "./for-each-pack.js";
import type { Io, Outcome, PackFlags } from "./types.js";

/** Prints what could be better in the document and the overrides; every finding and warning counts. */
export async function runLint(flags: PackFlags, io: Io): Promise<Outcome> {
  const { results, warnings } = await forEachModel(flags, io, ({ model, locate }) => ({
    tools: model.actions.length,
    findings: locateProblems(lintModel(model), locate),
  }));
  const problems = [...warnings, ...results.flatMap(({ findings }) => findings)];
  const tools = results.reduce((sum, each) => sum + each.tools, 0);
  const lines = [`${countNoun(problems.length, "finding")} in ${countNoun(tools, "tool")}.`];
  return { data: { tools }, lines, problems };
}
