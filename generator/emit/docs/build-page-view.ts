import type { Loaded } from "../../load/types.js";
import type { Plan } from "../../plan/types.js";
import { hashText } from "../../shared/hash.js";
import { html } from "../print/html.js";
import type { FieldDoc, ToolDoc } from "./tool-doc.js";
import type { PageField, PageTool, PageView } from "./views.js";

/** The one page with every action, as values that its template escapes. */
export function buildPageView(plan: Plan, tools: readonly ToolDoc[], templates: Loaded["templates"]): PageView {
  const { pack } = plan.model;
  return {
    styleHash: hash(templates["docs/page.css"]),
    scriptHash: hash(templates["docs/page.js"]),
    title: pack.title,
    description: html.paragraphs(pack.description),
    baseUrl: pack.baseUrl,
    count: tools.length,
    groups: plan.groups.map((group) => ({
      name: group.name,
      label: group.name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()).replace(/_/g, " "),
      anchor: html.anchor(group.name),
      count: group.tools.length,
      description: html.parts(group.description),
      tools: tools.filter((tool) => tool.group === group.name).map(buildTool),
    })),
  };
}

/** The policy allows the page's own style and script by their hash, and nothing else. */
function hash(text: string | undefined): string {
  return hashText(text ?? "", "base64");
}

function buildTool(tool: ToolDoc): PageTool {
  return {
    anchor: html.anchor(tool.name),
    name: tool.name,
    title: tool.title,
    group: tool.group,
    effect: tool.effect,
    method: tool.method,
    path: tool.path,
    scope: tool.scope,
    approval: tool.approval,
    binding: html.parts(tool.binding),
    description: html.paragraphs(tool.description),
    arguments: tool.arguments.map(buildField),
    rules: tool.rules.map(html.parts),
    examples: tool.examples,
    answer: { ...tool.answer, fields: tool.answer.fields.map(buildField) },
    notes: tool.notes.map(html.parts),
    hidden: tool.hidden.map(({ place, reason }) => ({ place: html.parts(place), reason: html.parts(reason) })),
    aliases: tool.aliases,
  };
}

function buildField(field: FieldDoc): PageField {
  return {
    name: field.name,
    type: field.type,
    required: field.required,
    default: field.default,
    description: html.parts(field.description),
    constraints: html.parts(field.constraints),
    sent: html.parts(field.sent),
  };
}
