import type { Loaded } from "../../load/types.js";
import type { Plan } from "../../plan/types.js";
import { hashText } from "../../shared/hash.js";
import { html, type Paragraph } from "../print/html.js";
import type { TextPart } from "../print/split-code.js";
import { buildFacts } from "./build-facts.js";
import type { FieldDoc } from "./build-fields.js";
import type { ToolDoc } from "./build-tool-doc.js";

/** What templates/docs/page.html.hbs reads; the template escapes every value. */
export interface PageView {
  /** Hashes of the inline style and script, for the page's policy. */
  readonly styleHash: string;
  readonly scriptHash: string;
  readonly title: string;
  readonly description: readonly Paragraph[];
  readonly facts: readonly TextPart[];
  readonly count: number;
  readonly groups: readonly {
    readonly name: string;
    readonly label: string;
    readonly anchor: string;
    readonly count: number;
    readonly description: readonly TextPart[];
    readonly tools: readonly PageTool[];
  }[];
}

/** A tool's documentation as it is, with what may hold code between backticks split into its parts. */
interface PageTool extends Omit<ToolDoc, "description" | "arguments" | "rules" | "result" | "notes" | "hidden"> {
  readonly anchor: string;
  readonly description: readonly Paragraph[];
  readonly arguments: readonly PageField[];
  readonly rules: readonly (readonly TextPart[])[];
  readonly result: { readonly type: string; readonly fields: readonly PageField[]; readonly more: boolean };
  readonly notes: readonly (readonly TextPart[])[];
  readonly hidden: readonly { readonly place: readonly TextPart[]; readonly reason: readonly TextPart[] }[];
}

interface PageField extends Omit<FieldDoc, "required" | "description" | "constraints" | "sent"> {
  readonly description: readonly TextPart[];
  readonly required: readonly TextPart[];
  readonly constraints: readonly TextPart[];
  readonly sent: readonly TextPart[];
}

/** The one page with every action. */
export function buildPageView(plan: Plan, tools: readonly ToolDoc[], templates: Loaded["templates"]): PageView {
  const { pack } = plan.model;
  return {
    styleHash: hash(templates["docs/page.css"]),
    scriptHash: hash(templates["docs/page.js"]),
    title: pack.title,
    description: html.paragraphs(pack.description),
    facts: html.parts(buildFacts(plan)),
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
    ...tool,
    anchor: html.anchor(tool.name),
    description: html.paragraphs(tool.description),
    arguments: tool.arguments.map(buildField),
    rules: tool.rules.map(html.parts),
    result: { ...tool.result, fields: tool.result.fields.map(buildField) },
    notes: tool.notes.map(html.parts),
    hidden: tool.hidden.map(({ place, reason }) => ({ place: html.parts(place), reason: html.parts(reason) })),
  };
}

function buildField(field: FieldDoc): PageField {
  return {
    ...field,
    description: html.parts(field.description),
    required: html.parts(field.required === "yes" ? "required" : field.required && `required ${field.required}`),
    constraints: html.parts(field.constraints),
    sent: html.parts(field.sent),
  };
}
