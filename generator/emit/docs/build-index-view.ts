import type { Plan } from "../../plan/types.js";
import { type MarkdownText, markdown } from "../print/markdown.js";
import { buildFacts } from "./build-facts.js";
import type { ToolDoc } from "./build-tool-doc.js";

const { cell, cellCode, code, line, link, prose } = markdown;

/** What templates/docs/index.md.hbs reads. */
export interface IndexView {
  readonly title: MarkdownText;
  readonly description: MarkdownText;
  readonly facts: MarkdownText;
  readonly groups: readonly {
    readonly name: MarkdownText;
    readonly description: MarkdownText;
    readonly tools: readonly {
      readonly link: MarkdownText;
      readonly title: MarkdownText;
      readonly effect: MarkdownText;
      readonly approval: MarkdownText;
      readonly operation: MarkdownText;
    }[];
  }[];
  readonly hidden: readonly { readonly operation: MarkdownText; readonly reason: MarkdownText }[];
}

/** The list of every action by group. */
export function buildIndexView(plan: Plan, tools: readonly ToolDoc[]): IndexView {
  const { pack, hidden } = plan.model;
  return {
    title: line(pack.title),
    description: prose(pack.description),
    facts: line(buildFacts(plan)),
    groups: plan.groups.map((group) => ({
      name: line(group.name),
      description: prose(group.description),
      tools: tools
        .filter((tool) => tool.group === group.name)
        .map((tool) => ({
          link: link(cellCode(tool.name), `${tool.file}.md`),
          title: cell(tool.title),
          effect: cell(tool.effect),
          approval: cell(tool.approval ? "required" : ""),
          operation: cellCode(`${tool.method} ${tool.path}`),
        })),
    })),
    hidden: hidden.map(({ operation, reason }) => ({
      operation: code(`${operation.method} ${operation.path}`),
      reason: line(reason),
    })),
  };
}
