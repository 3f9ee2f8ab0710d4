import { type ImportSymbol, importType, importValue } from "../shared/import-symbol.js";

/** Every name of the runtime that generated code may use: the whole seam between the generator and runtime/. */
interface RuntimeSymbols {
  readonly AnyTool: ImportSymbol;
  readonly ClientOptions: ImportSymbol;
  readonly createToolpack: ImportSymbol;
  readonly HttpClient: ImportSymbol;
  readonly McpOptions: ImportSymbol;
  readonly Operation: ImportSymbol;
  readonly PackDefinition: ImportSymbol;
  readonly RequestOptions: ImportSymbol;
  readonly runBin: ImportSymbol;
  readonly serveMcp: ImportSymbol;
  readonly Tool: ImportSymbol;
  readonly Toolpack: ImportSymbol;
  readonly ToolpackOptions: ImportSymbol;
  readonly Validate: ImportSymbol;
}

const index = "runtime/index.js";

export const runtimeSymbols: RuntimeSymbols = {
  AnyTool: importType("AnyTool", index),
  ClientOptions: importType("ClientOptions", index),
  createToolpack: importValue("createToolpack", index),
  HttpClient: importValue("HttpClient", index),
  McpOptions: importType("McpOptions", "runtime/mcp/serve-mcp.js"),
  Operation: importType("Operation", index),
  PackDefinition: importType("PackDefinition", index),
  RequestOptions: importType("RequestOptions", index),
  runBin: importValue("runBin", "runtime/bin/run-bin.js"),
  serveMcp: importValue("serveMcp", "runtime/mcp/serve-mcp.js"),
  Tool: importType("Tool", index),
  Toolpack: importType("Toolpack", index),
  ToolpackOptions: importType("ToolpackOptions", index),
  Validate: importType("Validate", "runtime/types.js"),
};
