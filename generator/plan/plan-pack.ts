import type { Model } from "../model/types.js";
import { findComponents } from "./find-components.js";
import { joinWords } from "./join-words.js";
import { planDefinition } from "./plan-definition.js";
import { planGroups } from "./plan-groups.js";
import { planNames } from "./plan-names.js";
import { planProfiles } from "./plan-profiles.js";
import { planSample } from "./plan-sample.js";
import { planTools } from "./plan-tools.js";
import { reservedNames } from "./reserved-names.js";
import { splitWords } from "./split-words.js";
import type { Plan } from "./types.js";

/** Decides every name, file and type of the output. */
export function planPack(model: Model): Plan {
  const tools = planTools(model, findComponents(model));
  const taken = new Set([
    ...reservedNames,
    ...tools.flatMap((tool) => [tool.constant, tool.paramsType, tool.resultType]),
  ]);
  const title = joinWords(splitWords(model.pack.title), "pascal") || "Api";
  const className = planNames([{ id: model.pack.title, candidates: [title, `${title}Client`] }], taken).get(
    model.pack.title,
  );
  if (className === undefined) throw new Error("a pack always gets a class name");
  const groups = planGroups(model, tools, new Set([...taken, className]));
  const profiles = planProfiles(model, tools, taken);
  return {
    model,
    className,
    definition: planDefinition(model.pack),
    groups,
    tools,
    profiles,
    sample: planSample({ groups, tools, profiles }),
  };
}
