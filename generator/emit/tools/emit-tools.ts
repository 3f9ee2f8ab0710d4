import type { Plan, ToolPlan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import { printComment } from "../print/comment.js";
import { createWriter } from "../print/create-writer.js";
import { printIdentifier } from "../print/identifier.js";
import { printSource } from "../print/source.js";
import { buildTool } from "./build-tool.js";

/** tools/<group>/<action>.ts: one file a tool. */
export function emitTools(plan: Plan): GeneratedFile[] {
  return plan.tools.map((tool) => emitTool(tool, plan));
}

function emitTool(tool: ToolPlan, plan: Plan): GeneratedFile {
  const { entries, symbols } = buildTool(tool, plan);
  const writer = createWriter();
  const name = `${printIdentifier(tool.constant)}: Tool<${tool.paramsType}, ${tool.resultType}>`;
  writer.write(`${printComment(tool.action.title)}export const ${name} = {`).newLine();
  for (const [key, text] of entries) {
    const short = `  ${key}: ${text},`;
    const long = !text.includes("\n") && short.length > 120;
    // Entries carry their own indentation.
    writer.setIndentationLevel(0).write(long ? `  ${key}:\n    ${text},\n` : `${short}\n`);
  }
  writer.write("};\n");
  return { path: `tools/${tool.file}.ts`, text: printSource(symbols, writer.toString()) };
}
