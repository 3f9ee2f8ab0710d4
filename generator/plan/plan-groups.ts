import type { Model } from "../model/types.js";
import { joinWords } from "./join-words.js";
import { planNames } from "./plan-names.js";
import { reservedMembers } from "./reserved-names.js";
import { splitWords } from "./split-words.js";
import type { GroupPlan, ToolPlan } from "./types.js";

/** The groups in the order in which the tools first name them. */
export function planGroups(model: Model, tools: readonly ToolPlan[], taken: ReadonlySet<string>): GroupPlan[] {
  const names = [...new Set(tools.map((tool) => tool.group))];
  const fields = planNames(
    names.map((name) => {
      const camel = joinWords(splitWords(name), "camel") || "other";
      return { id: name, candidates: [camel, `${camel}Group`] };
    }),
    reservedMembers,
  );
  const classes = planNames(
    names.map((name) => {
      const pascal = joinWords(splitWords(name), "pascal") || "Other";
      return { id: name, candidates: [pascal, `${pascal}Group`] };
    }),
    taken,
  );
  return names.map((name): GroupPlan => {
    const own = tools.filter((tool) => tool.group === name);
    const description = Object.hasOwn(model.pack.groups, name) ? model.pack.groups[name] : undefined;
    return {
      name,
      file: own[0]?.groupFile ?? "",
      field: fields.get(name) ?? "",
      className: classes.get(name) ?? "",
      description: description ?? `Actions of the group ${name}.`,
      tools: own,
    };
  });
}
