import { type MarkdownText, markdown } from "../print/markdown.js";
import type { FieldDoc } from "./build-fields.js";
import type { ToolDoc } from "./build-tool-doc.js";

const { cell, cellCode, code, fence, line, link, prose } = markdown;

/** What templates/docs/tool.md.hbs reads. */
export interface ToolView {
  readonly title: MarkdownText;
  readonly name: MarkdownText;
  readonly home: MarkdownText;
  readonly description: MarkdownText;
  readonly approval: boolean;
  readonly operation: MarkdownText;
  readonly effect: MarkdownText;
  readonly scope: MarkdownText;
  readonly aliases: MarkdownText;
  readonly arguments: readonly FieldRow[];
  readonly rules: readonly MarkdownText[];
  readonly examples: readonly { readonly typescript: MarkdownText; readonly json: MarkdownText }[];
  readonly result: { readonly type: MarkdownText; readonly fields: readonly FieldRow[]; readonly more: boolean };
  readonly notes: readonly MarkdownText[];
  readonly hidden: readonly { readonly place: MarkdownText; readonly reason: MarkdownText }[];
}

interface FieldRow {
  readonly name: MarkdownText;
  readonly type: MarkdownText;
  readonly required: MarkdownText;
  readonly default: MarkdownText;
  readonly description: MarkdownText;
  readonly sent: MarkdownText;
}

/** The Markdown page of a tool. */
export function buildToolView(tool: ToolDoc): ToolView {
  const { fields, ...result } = tool.result;
  return {
    title: line(tool.title),
    name: code(tool.name),
    home: link(line("All actions"), `${"../".repeat(tool.file.split("/").length - 1)}index.md`),
    description: prose(tool.description),
    approval: tool.approval,
    operation: code(`${tool.method} ${tool.path}`),
    effect: line(tool.effect),
    scope: code(tool.scope),
    aliases: tool.aliases.map(code).join(", ") as MarkdownText,
    arguments: tool.arguments.map(buildRow),
    rules: tool.rules.map(line),
    examples: tool.examples.map(({ typescript, json }) => ({
      typescript: fence(typescript, "ts"),
      json: fence(json, "json"),
    })),
    result: { ...result, type: code(result.type), fields: fields.map(buildRow) },
    notes: tool.notes.map(line),
    hidden: tool.hidden.map(({ place, reason }) => ({ place: line(place), reason: line(reason) })),
  };
}

function buildRow(field: FieldDoc): FieldRow {
  return {
    name: cellCode(field.name),
    type: cellCode(field.type),
    required: cell(field.required),
    default: cellCode(field.default),
    description: cell([field.description, field.constraints].map(closeSentence).join(" ")),
    sent: cell(field.sent),
  };
}

function closeSentence(text: string): string {
  if (text === "") return "";
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?:]\s*$/.test(text) ? "" : "."}`;
}
