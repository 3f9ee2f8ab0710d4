import type { Plan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import { printComment } from "../print/comment.js";
import { printIdentifier } from "../print/identifier.js";
import { printSource } from "../print/source.js";

/** mcp.ts: the pack as an MCP server, for a host's own program. */
export function emitMcp({ className, model }: Plan): GeneratedFile {
  const symbols = [
    { name: "definition", from: "./definition.js" },
    { name: "profiles", from: "./profiles/index.js" },
    { name: "McpOptions", from: "./runtime/mcp/serve-mcp.js", type: true as const },
    { name: "serveMcp", from: "./runtime/mcp/serve-mcp.js" },
    { name: "tools", from: "./tools/index.js" },
  ];
  const comment = printComment(
    `Serves the tools of ${model.pack.title} to an MCP host over standard input and output, until the host hangs up.`,
  );
  const body = `export type { McpOptions } from "./runtime/mcp/serve-mcp.js";

${comment}export function serve${printIdentifier(className)}(options: McpOptions = {}): Promise<void> {
  return serveMcp({ definition, profiles, tools }, options);
}
`;
  return { path: "mcp.ts", text: printSource(symbols, body) };
}
