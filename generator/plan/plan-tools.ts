import type { Action, Model } from "../model/types.js";
import { planOperation } from "./plan-operation.js";
import { findComponents, planParams } from "./plan-params.js";
import { planResult } from "./plan-result.js";
import { planTool } from "./plan-tool.js";
import { planToolNames } from "./plan-tool-names.js";
import type { ToolPlan } from "./types.js";

/** The tools in reading order, each with its names, files, types and data. */
export function planTools(model: Model): ToolPlan[] {
  const components = findComponents(model);
  const names = planToolNames(model.actions);
  return model.actions.flatMap((action): ToolPlan[] => {
    const named = names.get(action.name);
    if (named === undefined) return [];
    const params = planParams(action, model, components);
    return [
      {
        action,
        group: action.group,
        file: named.file,
        method: named.method,
        optional: params.every((param) => param.optional),
        description: saysMore(action) ? action.description : "",
        symbols: named.symbols,
        params,
        result: planResult(action.operation),
        operation: planOperation(action, model.pack),
        tool: planTool(action, model, names),
      },
    ];
  });
}

/** A derived tool without a description is described by its method and path. */
function saysMore({ description, operation }: Action): boolean {
  return description !== `${operation.method} ${operation.path}`;
}
