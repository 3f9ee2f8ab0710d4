import type { Action, Model } from "../model/types.js";
import { createNamedTypes } from "./name-types.js";
import { planOperation } from "./plan-operation.js";
import { findComponents, planParams } from "./plan-params.js";
import { planResult } from "./plan-result.js";
import { planTool } from "./plan-tool.js";
import { planToolNames } from "./plan-tool-names.js";
import type { ToolPlan, TypeSource } from "./types.js";

/** The tools in reading order, each with its names, files, types and data. */
export function planTools(model: Model, from: TypeSource): ToolPlan[] {
  const components = from === "document" ? findComponents(model) : new Map<string, string>();
  const names = planToolNames(model.actions);
  return model.actions.flatMap((action): ToolPlan[] => {
    const own = names.get(action.name);
    if (own === undefined) return [];
    const { params, types } = planParams(action, model, components, own.symbols.params);
    const named = createNamedTypes(own.symbols.result);
    const result = planResult(action.operation, model, { from, components, named });
    return [
      {
        action,
        group: action.group,
        file: own.file,
        method: own.method,
        optional: params.every((param) => param.optional),
        description: saysMore(action) ? action.description : "",
        symbols: own.symbols,
        params,
        types: [...types, ...named.declared],
        result,
        operation: planOperation(action, model.pack),
        tool: planTool(action, model, names),
      },
    ];
  });
}

/** The description of a derived tool is its name and path where the document says nothing. */
function saysMore({ override, operation }: Action): boolean {
  return override !== undefined || operation.summary + operation.description !== "";
}
