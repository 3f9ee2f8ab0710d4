import type { Action, Pack } from "../../model/types.js";
import type { ToolPlan } from "../../plan/types.js";
import { printString } from "../print/string.js";
import { buildArguments } from "./build-arguments.js";
import { buildFields, type FieldDoc } from "./build-fields.js";
import { buildNotes } from "./build-notes.js";
import { buildPlaceText } from "./build-place-text.js";
import { buildTypeText } from "./build-type-text.js";
import { markNames } from "./mark-names.js";
import { printCall } from "./print-call.js";

/**
 * What the documentation says about a tool, before it is Markdown or HTML.
 * Strings are plain text in which single backticks mark code; printers escape the rest.
 */
export interface ToolDoc extends Pick<Action, "name" | "title" | "effect" | "approval" | "scope" | "aliases"> {
  readonly group: string;
  /** Below docs/, without extension: `memories/search_memories`. */
  readonly file: string;
  readonly description: string;
  readonly method: string;
  readonly path: string;
  /** Words by which the page's search finds the tool although they are not shown. */
  readonly search: string;
  readonly arguments: readonly FieldDoc[];
  /** What must hold between arguments, a sentence each. */
  readonly rules: readonly string[];
  /** Accepted calls, as a program and as the arguments that a model writes. */
  readonly examples: readonly { readonly typescript: string; readonly json: string }[];
  /** The type in one line, its fields, and whether there are more fields than the listed ones. */
  readonly result: { readonly type: string; readonly fields: readonly FieldDoc[]; readonly more: boolean };
  readonly notes: readonly string[];
  readonly hidden: readonly { readonly place: string; readonly reason: string }[];
}

/** Results that are no JSON, as a page names them. */
const contents: Readonly<Record<Exclude<Action["operation"]["result"]["kind"], "json">, string>> = {
  text: "text",
  binary: "bytes, as { type, base64 }",
  stream: "list of the stream's items",
  redirect: "the address that the service redirects to, as { location }",
  empty: "nothing",
};

/** Fields of a result that a page lists; the types hold the rest. */
const most = 40;

/**
 * Gathers everything that the documentation says about a tool.
 *
 * @param tools - names of the pack's tools, which descriptions refer to
 */
export function buildToolDoc(tool: ToolPlan, { bindings, schemes }: Pack, tools: readonly string[]): ToolDoc {
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
    aliases: action.aliases,
    method: action.operation.method,
    path: action.operation.path,
    search: action.operation.id,
    arguments: buildArguments(action).map((field) => ({ ...field, description: markNames(field.description, names) })),
    rules: action.require.map(buildRule),
    examples: action.examples.accept.map((args) => ({
      typescript: printCall(`const { data } = await pack.call(${printString(action.name)}, `, args),
      json: JSON.stringify(args, null, 2),
    })),
    result: buildResult(action),
    notes: buildNotes(action, bindings, schemes),
    hidden: action.hide.map(({ place, reason }) => ({
      place: buildPlaceText(place),
      reason: markNames(reason, names),
    })),
  };
}

function buildRule(requirement: Action["require"][number]): string {
  if ("any" in requirement) return `Pass at least one of ${listNames(requirement.any)}.`;
  if ("one" in requirement) return `Pass exactly one of ${listNames(requirement.one)}.`;
  return `Pass at most one of ${listNames(requirement.atMostOne)}.`;
}

function listNames(names: readonly string[]): string {
  const code = names.map((name) => `\`${name}\``);
  return code.length < 2 ? code.join("") : `${code.slice(0, -1).join(", ")} or ${code.at(-1)}`;
}

function buildResult({ operation, outputSchema: schema }: Action): ToolDoc["result"] {
  const { kind } = operation.result;
  if (kind !== "json") return { type: contents[kind], fields: [], more: false };
  if (schema === undefined) return { type: "any", fields: [], more: false };
  const fields: FieldDoc[] = [];
  for (const field of buildFields(schema, schema, "", 1)) {
    if (fields.length === most) return { type: buildTypeText(schema, schema), fields, more: true };
    fields.push(field);
  }
  return { type: buildTypeText(schema, schema), fields, more: false };
}
