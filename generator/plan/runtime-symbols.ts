import { type ImportSymbol, importType, importValue } from "../shared/import-symbol.js";

/** Every name of the runtime that generated code may use: the whole seam between the generator and runtime/. */
export interface RuntimeSymbols {
  readonly allowReserved: ImportSymbol;
  readonly AnyTool: ImportSymbol;
  readonly ApprovalRequest: ImportSymbol;
  readonly binaryBody: ImportSymbol;
  readonly Bound: ImportSymbol;
  readonly buildFilter: ImportSymbol;
  readonly CallOptions: ImportSymbol;
  readonly CallRecord: ImportSymbol;
  readonly CallResult: ImportSymbol;
  readonly ClientOptions: ImportSymbol;
  readonly combine: ImportSymbol;
  readonly commaSeparated: ImportSymbol;
  readonly cookieKey: ImportSymbol;
  readonly createToolpack: ImportSymbol;
  readonly chooseCredentials: ImportSymbol;
  readonly CredentialCall: ImportSymbol;
  readonly CredentialSource: ImportSymbol;
  readonly deepObject: ImportSymbol;
  readonly encodeBasic: ImportSymbol;
  readonly equal: ImportSymbol;
  readonly ErrorCode: ImportSymbol;
  readonly formBody: ImportSymbol;
  readonly headerKey: ImportSymbol;
  readonly HttpClient: ImportSymbol;
  readonly isDate: ImportSymbol;
  readonly isDateTime: ImportSymbol;
  readonly isDuration: ImportSymbol;
  readonly isEmail: ImportSymbol;
  readonly isHostname: ImportSymbol;
  readonly isIpv4: ImportSymbol;
  readonly isIpv6: ImportSymbol;
  readonly isJsonPointer: ImportSymbol;
  readonly isRegex: ImportSymbol;
  readonly isTime: ImportSymbol;
  readonly isToolpackError: ImportSymbol;
  readonly isUri: ImportSymbol;
  readonly isUriReference: ImportSymbol;
  readonly isUuid: ImportSymbol;
  readonly jsonParameter: ImportSymbol;
  readonly McpOptions: ImportSymbol;
  readonly oneKey: ImportSymbol;
  readonly Operation: ImportSymbol;
  readonly PackDefinition: ImportSymbol;
  readonly paginate: ImportSymbol;
  readonly pipeDelimited: ImportSymbol;
  readonly queryKey: ImportSymbol;
  readonly readBinary: ImportSymbol;
  readonly readNothing: ImportSymbol;
  readonly readText: ImportSymbol;
  readonly RequestOptions: ImportSymbol;
  readonly runBin: ImportSymbol;
  readonly SecurityScheme: ImportSymbol;
  readonly Selection: ImportSymbol;
  readonly serveMcp: ImportSymbol;
  readonly spaceDelimited: ImportSymbol;
  readonly textBody: ImportSymbol;
  readonly Tool: ImportSymbol;
  readonly Toolpack: ImportSymbol;
  readonly ToolpackError: ImportSymbol;
  readonly ToolpackOptions: ImportSymbol;
  readonly Validate: ImportSymbol;
}

const index = "runtime/index.js";
const formats = "runtime/validation/formats.js";
// Code that only some operations need is in separate files, so that a pack loads and bundles only what it uses.
const delimited = "runtime/request/styles/delimited.js";

export const runtimeSymbols: RuntimeSymbols = {
  allowReserved: importValue("allowReserved", "runtime/request/styles/allow-reserved.js"),
  AnyTool: importType("AnyTool", index),
  ApprovalRequest: importType("ApprovalRequest", index),
  binaryBody: importValue("binaryBody", "runtime/request/bodies/binary-body.js"),
  Bound: importType("Bound", index),
  buildFilter: importValue("buildFilter", "runtime/request/build-filter.js"),
  CallOptions: importType("CallOptions", index),
  CallRecord: importType("CallRecord", index),
  CallResult: importType("CallResult", index),
  ClientOptions: importType("ClientOptions", index),
  combine: importValue("combine", index),
  commaSeparated: importValue("commaSeparated", delimited),
  cookieKey: importValue("cookieKey", "runtime/http/credentials/cookie-key.js"),
  createToolpack: importValue("createToolpack", index),
  chooseCredentials: importValue("chooseCredentials", "runtime/http/credentials/choose-credentials.js"),
  CredentialCall: importType("CredentialCall", index),
  CredentialSource: importType("CredentialSource", index),
  deepObject: importValue("deepObject", "runtime/request/styles/deep-object.js"),
  encodeBasic: importValue("encodeBasic", "runtime/http/credentials/encode-basic.js"),
  equal: importValue("equal", "runtime/validation/equal.js"),
  ErrorCode: importType("ErrorCode", index),
  formBody: importValue("formBody", "runtime/request/bodies/form-body.js"),
  headerKey: importValue("headerKey", "runtime/http/credentials/header-key.js"),
  HttpClient: importValue("HttpClient", index),
  isDate: importValue("isDate", formats),
  isDateTime: importValue("isDateTime", formats),
  isDuration: importValue("isDuration", formats),
  isEmail: importValue("isEmail", formats),
  isHostname: importValue("isHostname", formats),
  isIpv4: importValue("isIpv4", formats),
  isIpv6: importValue("isIpv6", formats),
  isJsonPointer: importValue("isJsonPointer", formats),
  isRegex: importValue("isRegex", formats),
  isTime: importValue("isTime", formats),
  isToolpackError: importValue("isToolpackError", index),
  isUri: importValue("isUri", formats),
  isUriReference: importValue("isUriReference", formats),
  isUuid: importValue("isUuid", formats),
  jsonParameter: importValue("jsonParameter", "runtime/request/styles/json-parameter.js"),
  McpOptions: importType("McpOptions", "runtime/mcp/serve-mcp.js"),
  oneKey: importValue("oneKey", "runtime/http/credentials/one-key.js"),
  Operation: importType("Operation", index),
  PackDefinition: importType("PackDefinition", index),
  paginate: importValue("paginate", index),
  pipeDelimited: importValue("pipeDelimited", delimited),
  queryKey: importValue("queryKey", "runtime/http/credentials/query-key.js"),
  readBinary: importValue("readBinary", "runtime/http/readers/read-binary.js"),
  readNothing: importValue("readNothing", "runtime/http/readers/read-nothing.js"),
  readText: importValue("readText", "runtime/http/readers/read-text.js"),
  RequestOptions: importType("RequestOptions", index),
  runBin: importValue("runBin", "runtime/bin/run-bin.js"),
  SecurityScheme: importType("SecurityScheme", index),
  Selection: importType("Selection", index),
  serveMcp: importValue("serveMcp", "runtime/mcp/serve-mcp.js"),
  spaceDelimited: importValue("spaceDelimited", delimited),
  textBody: importValue("textBody", "runtime/request/bodies/text-body.js"),
  Tool: importType("Tool", index),
  Toolpack: importType("Toolpack", index),
  ToolpackError: importValue("ToolpackError", index),
  ToolpackOptions: importType("ToolpackOptions", index),
  Validate: importType("Validate", "runtime/types.js"),
};

const { AnyTool, ApprovalRequest, Bound, CallOptions, CallRecord, CallResult, ClientOptions } = runtimeSymbols;
const { CredentialCall, CredentialSource, SecurityScheme } = runtimeSymbols;
const { combine, ErrorCode, isToolpackError, paginate, RequestOptions, Selection, Tool } = runtimeSymbols;
const { Toolpack, ToolpackError, ToolpackOptions } = runtimeSymbols;

/** Those that the pack's index.ts exports too. */
export const publicSymbols: readonly ImportSymbol[] = [
  ...[AnyTool, ApprovalRequest, Bound, CallOptions, CallRecord, CallResult, ClientOptions, combine, ErrorCode],
  ...[
    CredentialCall,
    CredentialSource,
    SecurityScheme,
    isToolpackError,
    paginate,
    RequestOptions,
    Selection,
    Tool,
    Toolpack,
    ToolpackError,
    ToolpackOptions,
  ],
];
