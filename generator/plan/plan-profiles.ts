import type { Model } from "../model/types.js";
import { importValue } from "../shared/import-symbol.js";
import { planFileNames, planNames, readName } from "./plan-names.js";
import type { Offered, ProfilePlan, ToolPlan } from "./types.js";
import { joinWords, splitWords } from "./words.js";

/** The profiles with their files; inside a profile the tools are in reading order. */
export function planProfiles(model: Model, tools: readonly ToolPlan[], taken: ReadonlySet<string>): ProfilePlan[] {
  const files = planFileNames(model.profiles.map(({ name }) => name));
  const constants = planNames(
    model.profiles.map(({ name }) => ({ id: name, candidates: [`${joinWords(splitWords(name), "camel")}Tools`] })),
    taken,
  );
  return model.profiles.map(({ name, tools: listed, budget }): ProfilePlan => {
    const members = new Set(listed);
    const file = readName(files, name);
    return {
      name,
      file,
      symbol: importValue(readName(constants, name), `profiles/${file}.js`),
      tools: tools.filter((tool) => members.has(tool.action.name)),
      budget,
    };
  });
}

/** The meaning of the two special profiles: `all` is what definitions offer, `core` what a pack has by default. */
export function planOffered(tools: readonly ToolPlan[], profiles: readonly ProfilePlan[]): Offered {
  const toolsOf = (name: string): readonly ToolPlan[] | undefined =>
    profiles.find((profile) => profile.name === name)?.tools;
  const all = toolsOf("all") ?? tools;
  const core = toolsOf("core");
  return { all, profile: core === undefined ? "all" : "core", byDefault: core ?? all };
}
