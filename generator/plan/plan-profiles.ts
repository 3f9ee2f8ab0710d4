import type { Model } from "../model/types.js";
import { joinWords } from "./join-words.js";
import { planFileCandidates } from "./plan-file-candidates.js";
import { planNames } from "./plan-names.js";
import { reservedFiles } from "./reserved-names.js";
import { splitWords } from "./split-words.js";
import type { ProfilePlan, ToolPlan } from "./types.js";

/** The profiles with their files; inside a profile the tools stand in reading order. */
export function planProfiles(model: Model, tools: readonly ToolPlan[], taken: ReadonlySet<string>): ProfilePlan[] {
  const files = planNames(
    model.profiles.map(({ name }) => ({ id: name, candidates: planFileCandidates(name) })),
    reservedFiles,
    (name) => name.toLowerCase(),
  );
  const constants = planNames(
    model.profiles.map(({ name }) => ({ id: name, candidates: [`${joinWords(splitWords(name), "camel")}Tools`] })),
    taken,
  );
  return model.profiles.map((profile): ProfilePlan => {
    const members = new Set(profile.tools);
    return {
      name: profile.name,
      file: files.get(profile.name) ?? "",
      constant: constants.get(profile.name) ?? "",
      tools: tools.filter((tool) => members.has(tool.action.name)),
      budget: profile.budget,
    };
  });
}
