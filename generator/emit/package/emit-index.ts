import type { Plan } from "../../plan/types.js";
import type { GeneratedFile } from "../../shared/generated-file.js";
import { printComment } from "../print/comment.js";
import { printIdentifier } from "../print/identifier.js";
import { compareNames, printSource } from "../print/source.js";

// In the order of the alphabet, as formatters keep them.
const runtimeValues = ["combine", "isToolpackError", "paginate", "ToolpackError"];
const runtimeTypes = [
  "AnyTool",
  "ApprovalRequest",
  "Bound",
  "CallOptions",
  "CallRecord",
  "CallResult",
  "ClientOptions",
  "ErrorCode",
  "RequestOptions",
  "Selection",
  "Tool",
  "Toolpack",
  "ToolpackOptions",
];

/** index.ts: what most users need, each name spelt out. */
export function emitIndex(plan: Plan): GeneratedFile {
  const { className, groups, model } = plan;
  const name = printIdentifier(className);
  const exports = [
    `export { ${name} } from "./client/index.js";`,
    `export { ${runtimeValues.join(", ")} } from "./runtime/index.js";`,
    `export type {\n${runtimeTypes.map((each) => `  ${each},\n`).join("")}} from "./runtime/index.js";`,
    ...groups.map((group) => {
      const names = group.tools.flatMap((tool) => [tool.paramsType, tool.resultType]).sort(compareNames);
      return `export type {\n${names.map((each) => `  ${each},\n`).join("")}} from "./types/${group.file}.js";`;
    }),
  ];
  const body = `${exports.join("\n")}

${printComment(`The tools of ${model.pack.title}, ready to be called or given to an agent.`)}export function create${name}(options: ToolpackOptions = {}): Toolpack {
  return createToolpack({ definition, tools, profiles }, options);
}
`;
  const runtime = "./runtime/index.js";
  const symbols = [
    { name: "definition", from: "./definition.js" },
    { name: "profiles", from: "./profiles/index.js" },
    { name: "createToolpack", from: runtime },
    { name: "Toolpack", from: runtime, type: true as const },
    { name: "ToolpackOptions", from: runtime, type: true as const },
    { name: "tools", from: "./tools/index.js" },
  ];
  return { path: "index.ts", text: printSource(symbols, body) };
}
