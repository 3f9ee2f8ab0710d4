import type { Action } from "../model/types.js";
import { importType, importValue } from "../shared/import-symbol.js";
import { planMethods } from "./plan-methods.js";
import { planFileNames, planNames, readName } from "./plan-names.js";
import { reservedNames } from "./reserved-names.js";
import type { ToolPlan } from "./types.js";
import { joinWords, splitWords } from "./words.js";

/** What a tool is called in the output, and where. */
export type ToolNames = Pick<ToolPlan, "file" | "method" | "symbols"> & {
  /** Base name of types/<file>.ts and client/<file>.ts. */
  readonly groupFile: string;
};

/** The names of every tool, under the action's own. */
export function planToolNames(actions: readonly Action[]): ReadonlyMap<string, ToolNames> {
  const bases = planNames(
    actions.map(({ name }) => ({ id: name, candidates: [joinWords(splitWords(name), "pascal") || "Tool"] })),
    new Set(),
  );
  const base = ({ name }: Action): string => readName(bases, name);
  const constants = planNames(
    actions.map((action) => {
      const camel = lowerFirst(base(action));
      return { id: action.name, candidates: [camel, `${camel}Tool`] };
    }),
    reservedNames,
  );
  const types = planNames(
    actions.map((action) => ({ id: action.name, candidates: [base(action), `${base(action)}Tool`] })),
    new Set([...reservedNames].map((name) => name.replace(/(Params|Result)$/, ""))),
  );
  const files = planFileNames(actions.map(({ name }) => name));
  // The wire types have a file beside those of the groups.
  const groupFiles = planFileNames(
    actions.map(({ group }) => group),
    ["openapi"],
  );
  const methods = planMethods(actions);

  return new Map(
    actions.map((action): [string, ToolNames] => {
      const { name } = action;
      const groupFile = readName(groupFiles, action.group);
      const file = readName(files, name);
      const type = readName(types, name);
      return [
        name,
        {
          file: `${groupFile}/${file}`,
          groupFile,
          method: readName(methods, name),
          symbols: {
            tool: importValue(readName(constants, name), `tools/${groupFile}/${file}.js`),
            operation: importValue(`${lowerFirst(base(action))}Operation`, `client/${groupFile}.js`),
            params: importType(`${type}Params`, `types/${groupFile}.js`),
            result: importType(`${type}Result`, `types/${groupFile}.js`),
            validate: importValue(`validate${base(action)}`, `validators/${file}.js`),
          },
        },
      ];
    }),
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
