import type { Action, Model } from "../model/types.js";
import { joinWords } from "./join-words.js";
import { planFileCandidates } from "./plan-file-candidates.js";
import { planGroupFiles } from "./plan-group-files.js";
import { planMethodCandidates } from "./plan-method-candidates.js";
import { planNames } from "./plan-names.js";
import { planOperation } from "./plan-operation.js";
import { planParams } from "./plan-params.js";
import { planResult } from "./plan-result.js";
import { reservedFiles, reservedMembers, reservedNames } from "./reserved-names.js";
import { splitWords } from "./split-words.js";
import type { ToolPlan } from "./types.js";

/** The tools in reading order, each with its names, file and types. */
export function planTools(model: Model, components: ReadonlyMap<string, string>): ToolPlan[] {
  const { actions } = model;
  const words = (action: Action): string[] => splitWords(action.name);
  const bases = planNames(
    actions.map((action) => ({ id: action.name, candidates: [joinWords(words(action), "pascal") || "Tool"] })),
    new Set(),
  );
  const base = (action: Action): string => read(bases, action.name);
  const constants = planNames(
    actions.map((action) => ({ id: action.name, candidates: constantCandidates(base(action)) })),
    reservedNames,
  );
  const types = planNames(
    actions.map((action) => ({ id: action.name, candidates: [base(action), `${base(action)}Tool`] })),
    new Set([...reservedNames].flatMap((name) => name.replace(/(Params|Result)$/, ""))),
  );
  const files = planNames(
    actions.map((action) => ({ id: action.name, candidates: planFileCandidates(action.name) })),
    reservedFiles,
    (name) => name.toLowerCase(),
  );
  const groupFiles = planGroupFiles(actions.map((action) => action.group));
  const methods = planMethods(actions);

  return actions.map(
    (action): ToolPlan => ({
      action,
      group: action.group,
      file: `${read(groupFiles, action.group)}/${read(files, action.name)}`,
      groupFile: read(groupFiles, action.group),
      baseFile: read(files, action.name),
      constant: read(constants, action.name),
      operationConstant: `${lowerFirst(base(action))}Operation`,
      method: read(methods, action.name),
      paramsType: `${read(types, action.name)}Params`,
      resultType: `${read(types, action.name)}Result`,
      validator: `validate${base(action)}`,
      params: planParams(action, model, components),
      result: planResult(action.operation),
      operation: planOperation(action),
    }),
  );
}

function constantCandidates(base: string): string[] {
  const camel = lowerFirst(base);
  return [camel, `${camel}Tool`];
}

function planMethods(actions: readonly Action[]): ReadonlyMap<string, string> {
  const methods = new Map<string, string>();
  for (const group of new Set(actions.map((action) => action.group))) {
    const members = actions.filter((action) => action.group === group);
    const named = planNames(
      members.map((action) => ({ id: action.name, candidates: planMethodCandidates(action.name, group) })),
      reservedMembers,
    );
    for (const [name, method] of named) methods.set(name, method);
  }
  return methods;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function read(names: ReadonlyMap<string, string>, id: string): string {
  const name = names.get(id);
  if (name === undefined) throw new Error(`no name was planned for ${id}`);
  return name;
}
