import type { Model } from "../model/types.js";
import { importValue } from "../shared/import-symbol.js";
import { ownEntry } from "../shared/json.js";
import { planNames, readName } from "./plan-names.js";
import { reservedMembers } from "./reserved-names.js";
import type { GroupPlan, ToolPlan } from "./types.js";
import { joinWords, splitWords } from "./words.js";

/** The groups in the order in which the tools first name them. */
export function planGroups(model: Model, tools: readonly ToolPlan[], taken: ReadonlySet<string>): GroupPlan[] {
  const members = new Map<string, ToolPlan[]>();
  for (const tool of tools) members.set(tool.group, [...(members.get(tool.group) ?? []), tool]);
  const fields = planNames(
    [...members.keys()].map((name) => {
      const camel = joinWords(splitWords(name), "camel") || "other";
      return { id: name, candidates: [camel, `${camel}Group`] };
    }),
    reservedMembers,
  );
  const classes = planNames(
    [...members.keys()].map((name) => {
      const pascal = joinWords(splitWords(name), "pascal") || "Other";
      return { id: name, candidates: [pascal, `${pascal}Group`] };
    }),
    taken,
  );
  return [...members].map(([name, own]): GroupPlan => {
    const [file = ""] = own[0]?.file.split("/") ?? [];
    return {
      name,
      file,
      field: readName(fields, name),
      symbol: importValue(readName(classes, name), `client/${file}.js`),
      description: ownEntry(model.pack.groups, name) ?? `Actions of the group ${name}.`,
      tools: own,
    };
  });
}
