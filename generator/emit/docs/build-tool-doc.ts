import type { Action, Bindings } from "../../model/types.js";
import type { ToolPlan } from "../../plan/types.js";
import type { Json, JsonObject } from "../../shared/json.js";
import { buildArguments } from "./build-arguments.js";
import { buildExamples } from "./build-examples.js";
import { buildFields } from "./build-fields.js";
import { buildNotes } from "./build-notes.js";
import { buildPlaceText } from "./build-place-text.js";
import { buildTypeText } from "./build-type-text.js";
import { markNames } from "./mark-names.js";
import type { ToolDoc } from "./tool-doc.js";

/** Fields of an answer that a page lists; the types hold the rest. */
const most = 40;

/**
 * Everything that the documentation says about a tool.
 *
 * @param tools - names of the pack's tools, which descriptions refer to
 */
export function buildToolDoc(tool: ToolPlan, bindings: Bindings, tools: readonly string[]): ToolDoc {
  const { action } = tool;
  const names = new Set([...tools, ...action.arguments.map(({ name }) => name)]);
  return {
    name: action.name,
    title: action.title,
    group: tool.group,
    file: tool.file,
    description: markNames(action.description, names),
    effect: action.effect,
    approval: action.approval,
    scope: action.scope,
    method: action.operation.method,
    path: action.operation.path,
    binding: buildBinding(action, bindings),
    arguments: buildArguments(action).map((field) => ({
      ...field,
      description: markNames(field.description, names),
    })),
    rules: action.require.map(buildRule),
    answer: buildAnswer(action),
    examples: buildExamples(action),
    notes: buildNotes(action),
    hidden: action.hide.map(({ place, reason }) => ({
      place: buildPlaceText(place),
      reason: markNames(reason, names),
    })),
    aliases: action.aliases,
  };
}

function buildBinding(action: Action, bindings: Bindings): string {
  if (bindings.ids.length === 0) return "";
  switch (action.bind) {
    case "argument":
      return "The host's ids are set for the model, which cannot give others.";
    case "filter":
      return "The filter is held inside one that names the host's ids.";
    case "ownership":
      return bindings.ownership === undefined
        ? "The object is read first, and is not found when it belongs to other ids."
        : `The object is read first with \`${bindings.ownership.read}\`, and is not found when it belongs to other ids.`;
    case "none":
      return "Cannot be held to ids: it is not offered, and a call is refused.";
  }
}

function buildRule(requirement: Action["require"][number]): string {
  if ("any" in requirement) return `Give at least one of ${listNames(requirement.any)}.`;
  if ("one" in requirement) return `Give exactly one of ${listNames(requirement.one)}.`;
  return `Give at most one of ${listNames(requirement.atMostOne)}.`;
}

function listNames(names: readonly string[]): string {
  const code = names.map((name) => `\`${name}\``);
  return code.length < 2 ? code.join("") : `${code.slice(0, -1).join(", ")} or ${code.at(-1)}`;
}

function buildAnswer(action: Action): ToolDoc["answer"] {
  const { kind } = action.operation.result;
  if (kind === "empty") return { type: "nothing", fields: [], more: false };
  if (kind !== "json") return { type: kind === "text" ? "text" : "bytes", fields: [], more: false };
  const schema: Json | undefined = action.outputSchema;
  if (schema === undefined) return { type: "any", fields: [], more: false };
  const root: JsonObject = action.outputSchema ?? {};
  const fields = [];
  for (const field of buildFields(schema, root, "", 1)) {
    if (fields.length === most) return { type: buildTypeText(schema, root), fields, more: true };
    fields.push(field);
  }
  return { type: buildTypeText(schema, root), fields, more: false };
}
