import type { Plan, ToolPlan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import { shortHash } from "../../shared/hash.js";
import type { Json, JsonObject } from "../../shared/json.js";
import { compareText } from "../../shared/order.js";
import { printJson } from "../print/literal.js";

/** definitions/: the tools as data, for hosts that do not run JavaScript. */
export function emitDefinitions({ definitions }: Plan): GeneratedFile[] {
  return definitions.map(({ path, tools }) => ({ path, text: printJson(tools) }));
}

/** tools.lock.json: everything that a model or host sees of the tools, so that every change shows in review. */
export function emitLock(plan: Plan): GeneratedFile {
  // By name, since the order of derived tools follows the document's paths.
  const tools = [...plan.tools].sort((a, b) => compareText(a.action.name, b.action.name));
  return { path: "tools.lock.json", text: printJson({ tools: tools.map((tool) => lockTool(tool, plan)) }) };
}

function lockTool(tool: ToolPlan, plan: Plan): JsonObject {
  const { action } = tool;
  const input = JSON.stringify(action.inputSchema);
  const same = input === JSON.stringify(action.checkedSchema);
  return {
    name: action.name,
    title: action.title,
    description: action.description,
    group: action.group,
    effect: action.effect,
    scope: action.scope,
    approval: action.approval,
    bind: action.bind,
    aliases: action.aliases,
    operation: action.operation.id,
    method: action.operation.method,
    path: action.operation.path,
    hidden: record(action.hide.map(({ place, reason }) => [place, reason])),
    send: record(action.send.map(({ place, value }) => [place, value])),
    annotations: { ...tool.tool.annotations },
    require: action.require as unknown as Json,
    profiles: plan.profiles.filter((profile) => profile.tools.includes(tool)).map((profile) => profile.name),
    inputSchema: action.inputSchema,
    checkedSchema: same ? `sha256:${shortHash(input, 16)}` : action.checkedSchema,
    ...(action.outputSchema !== undefined && { outputSchema: action.outputSchema }),
  };
}

function record(entries: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries([...entries].sort(([a], [b]) => compareText(a, b)));
}
