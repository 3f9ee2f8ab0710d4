import { type MarkdownText, markdown } from "../print/markdown.js";
import type { FieldDoc, ToolDoc } from "./tool-doc.js";
import type { FieldRow, ToolView } from "./views.js";

const { cell, cellCode, code, fence, line, link, prose } = markdown;

/** The page of a tool, every string of it Markdown. */
export function buildToolView(tool: ToolDoc): ToolView {
  return {
    title: line(tool.title),
    name: code(tool.name),
    home: link(line("All actions"), `${"../".repeat(tool.file.split("/").length - 1)}index.md`),
    description: prose(tool.description),
    approval: tool.approval,
    operation: code(`${tool.method} ${tool.path}`),
    effect: line(tool.effect),
    scope: code(tool.scope),
    binding: line(tool.binding),
    aliases: tool.aliases.map(code).join(", ") as MarkdownText,
    arguments: tool.arguments.map(buildRow),
    rules: tool.rules.map(line),
    examples: tool.examples.map((example) => ({
      typescript: fence(example.typescript, "ts"),
      json: fence(example.json, "json"),
    })),
    answer: {
      type: code(tool.answer.type),
      fields: tool.answer.fields.map(buildRow),
      more: tool.answer.more,
    },
    notes: tool.notes.map(line),
    hidden: tool.hidden.map(({ place, reason }) => ({ place: line(place), reason: line(reason) })),
  };
}

function buildRow(field: FieldDoc): FieldRow {
  return {
    name: cellCode(field.name),
    type: cellCode(field.type),
    required: cell(field.required ? "yes" : ""),
    default: cellCode(field.default),
    description: cell([field.description, field.constraints].map(closeSentence).join(" ")),
    sent: cell(field.sent),
  };
}

function closeSentence(text: string): string {
  if (text === "") return "";
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?:]\s*$/.test(text) ? "" : "."}`;
}
