import { type ImportSymbol, importType, importValue } from "../shared/import-symbol.js";

/** Every name of the runtime that generated code may use: the whole seam between the generator and runtime/. */
export interface RuntimeSymbols {
  readonly AnyTool: ImportSymbol;
  readonly ApprovalRequest: ImportSymbol;
  readonly Bound: ImportSymbol;
  readonly CallOptions: ImportSymbol;
  readonly CallRecord: ImportSymbol;
  readonly CallResult: ImportSymbol;
  readonly ClientOptions: ImportSymbol;
  readonly combine: ImportSymbol;
  readonly createToolpack: ImportSymbol;
  readonly ErrorCode: ImportSymbol;
  readonly HttpClient: ImportSymbol;
  readonly isToolpackError: ImportSymbol;
  readonly McpOptions: ImportSymbol;
  readonly Operation: ImportSymbol;
  readonly PackDefinition: ImportSymbol;
  readonly paginate: ImportSymbol;
  readonly RequestOptions: ImportSymbol;
  readonly runBin: ImportSymbol;
  readonly Selection: ImportSymbol;
  readonly serveMcp: ImportSymbol;
  readonly Tool: ImportSymbol;
  readonly Toolpack: ImportSymbol;
  readonly ToolpackError: ImportSymbol;
  readonly ToolpackOptions: ImportSymbol;
  readonly Validate: ImportSymbol;
}

const index = "runtime/index.js";

export const runtimeSymbols: RuntimeSymbols = {
  AnyTool: importType("AnyTool", index),
  ApprovalRequest: importType("ApprovalRequest", index),
  Bound: importType("Bound", index),
  CallOptions: importType("CallOptions", index),
  CallRecord: importType("CallRecord", index),
  CallResult: importType("CallResult", index),
  ClientOptions: importType("ClientOptions", index),
  combine: importValue("combine", index),
  createToolpack: importValue("createToolpack", index),
  ErrorCode: importType("ErrorCode", index),
  HttpClient: importValue("HttpClient", index),
  isToolpackError: importValue("isToolpackError", index),
  McpOptions: importType("McpOptions", "runtime/mcp/serve-mcp.js"),
  Operation: importType("Operation", index),
  PackDefinition: importType("PackDefinition", index),
  paginate: importValue("paginate", index),
  RequestOptions: importType("RequestOptions", index),
  runBin: importValue("runBin", "runtime/bin/run-bin.js"),
  Selection: importType("Selection", index),
  serveMcp: importValue("serveMcp", "runtime/mcp/serve-mcp.js"),
  Tool: importType("Tool", index),
  Toolpack: importType("Toolpack", index),
  ToolpackError: importValue("ToolpackError", index),
  ToolpackOptions: importType("ToolpackOptions", index),
  Validate: importType("Validate", "runtime/types.js"),
};

const { AnyTool, ApprovalRequest, Bound, CallOptions, CallRecord, CallResult, ClientOptions } = runtimeSymbols;
const { combine, ErrorCode, isToolpackError, paginate, RequestOptions, Selection, Tool } = runtimeSymbols;
const { Toolpack, ToolpackError, ToolpackOptions } = runtimeSymbols;

/** Those that the pack's index.ts exports too. */
export const publicSymbols: readonly ImportSymbol[] = [
  ...[AnyTool, ApprovalRequest, Bound, CallOptions, CallRecord, CallResult, ClientOptions, combine, ErrorCode],
  ...[isToolpackError, paginate, RequestOptions, Selection, Tool, Toolpack, ToolpackError, ToolpackOptions],
];
