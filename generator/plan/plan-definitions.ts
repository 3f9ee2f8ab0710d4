import { type DialectTool, dialects } from "../dialects/index.js";
import type { DefinitionFile, Offered, ToolPlan } from "./types.js";

/** definitions/: a file per dialect. */
export function planDefinitions(tools: readonly ToolPlan[], { all }: Offered): DefinitionFile[] {
  return dialects.map(({ name, tools: which, map }) => ({
    path: `definitions/${name}.json`,
    tools: (which === "every" ? tools : all).map((tool) => map(toDialectTool(tool))),
  }));
}

function toDialectTool({ action, tool }: ToolPlan): DialectTool {
  const { name, title, description, inputSchema, checkedSchema, outputSchema } = action;
  return { name, title, description, inputSchema, checkedSchema, outputSchema, annotations: tool.annotations };
}
