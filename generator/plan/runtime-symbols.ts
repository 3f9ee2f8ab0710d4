import { type ImportSymbol, importType, importValue } from "../shared/import-symbol.js";

/** Every name of the runtime that generated code may use: the whole seam between the generator and runtime/. */
export interface RuntimeSymbols {
  readonly addStyled: ImportSymbol;
  readonly allowReserved: ImportSymbol;
  readonly allowReservedInPath: ImportSymbol;
  readonly AnyTool: ImportSymbol;
  readonly ApprovalRequest: ImportSymbol;
  readonly bindEntity: ImportSymbol;
  readonly Bound: ImportSymbol;
  readonly buildFilter: ImportSymbol;
  readonly CallOptions: ImportSymbol;
  readonly CallRecord: ImportSymbol;
  readonly CallResult: ImportSymbol;
  readonly ClientOptions: ImportSymbol;
  readonly collectStream: ImportSymbol;
  readonly combine: ImportSymbol;
  readonly commaSeparated: ImportSymbol;
  readonly cookieKey: ImportSymbol;
  readonly cookiePairs: ImportSymbol;
  readonly copyFiles: ImportSymbol;
  readonly createToolpack: ImportSymbol;
  readonly chooseCredentials: ImportSymbol;
  readonly CredentialCall: ImportSymbol;
  readonly CredentialSource: ImportSymbol;
  readonly deepObject: ImportSymbol;
  readonly emptyForm: ImportSymbol;
  readonly emptyList: ImportSymbol;
  readonly encodeBasic: ImportSymbol;
  readonly equal: ImportSymbol;
  readonly ErrorCode: ImportSymbol;
  readonly exactJson: ImportSymbol;
  readonly exactText: ImportSymbol;
  readonly fileBody: ImportSymbol;
  readonly form: ImportSymbol;
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
  readonly iterateStream: ImportSymbol;
  readonly jsonHeader: ImportSymbol;
  readonly jsonParameter: ImportSymbol;
  readonly jsonSegment: ImportSymbol;
  readonly label: ImportSymbol;
  readonly labelExploded: ImportSymbol;
  readonly locateServer: ImportSymbol;
  readonly matrix: ImportSymbol;
  readonly matrixExploded: ImportSymbol;
  readonly McpOptions: ImportSymbol;
  readonly multipartBody: ImportSymbol;
  readonly oneKey: ImportSymbol;
  readonly Operation: ImportSymbol;
  readonly PackDefinition: ImportSymbol;
  readonly paginate: ImportSymbol;
  readonly pipeDelimited: ImportSymbol;
  readonly plainCookie: ImportSymbol;
  readonly queryKey: ImportSymbol;
  readonly readBinary: ImportSymbol;
  readonly readFiles: ImportSymbol;
  readonly readIntegers: ImportSymbol;
  readonly readText: ImportSymbol;
  readonly RequestOptions: ImportSymbol;
  readonly runBin: ImportSymbol;
  readonly SecurityScheme: ImportSymbol;
  readonly Selection: ImportSymbol;
  readonly sendOwned: ImportSymbol;
  readonly serveMcp: ImportSymbol;
  readonly simple: ImportSymbol;
  readonly simpleExploded: ImportSymbol;
  readonly spaceDelimited: ImportSymbol;
  readonly textBody: ImportSymbol;
  readonly Tool: ImportSymbol;
  readonly Toolpack: ImportSymbol;
  readonly ToolpackError: ImportSymbol;
  readonly ToolpackOptions: ImportSymbol;
  readonly Validate: ImportSymbol;
  readonly waitForEvent: ImportSymbol;
  readonly writeSegment: ImportSymbol;
}

const index = "runtime/index.js";
const formats = "runtime/validation/formats.js";
// Code that only some operations need is in separate files, so that a pack loads and bundles only what it uses.
const cookies = "runtime/request/styles/cookies.js";
const delimited = "runtime/request/styles/delimited.js";
const jsonParameters = "runtime/request/styles/json-parameter.js";
const simpleStyles = "runtime/request/styles/simple.js";

export const runtimeSymbols: RuntimeSymbols = {
  addStyled: importValue("addStyled", "runtime/request/add-styled.js"),
  allowReserved: importValue("allowReserved", "runtime/request/styles/allow-reserved.js"),
  allowReservedInPath: importValue("allowReservedInPath", "runtime/request/styles/allow-reserved.js"),
  AnyTool: importType("AnyTool", index),
  ApprovalRequest: importType("ApprovalRequest", index),
  bindEntity: importValue("bindEntity", "runtime/pack/bind-entity.js"),
  Bound: importType("Bound", index),
  buildFilter: importValue("buildFilter", "runtime/request/build-filter.js"),
  CallOptions: importType("CallOptions", index),
  CallRecord: importType("CallRecord", index),
  CallResult: importType("CallResult", index),
  ClientOptions: importType("ClientOptions", index),
  collectStream: importValue("collectStream", "runtime/http/streams/collect-stream.js"),
  combine: importValue("combine", index),
  commaSeparated: importValue("commaSeparated", delimited),
  cookieKey: importValue("cookieKey", "runtime/http/credentials/cookie-key.js"),
  cookiePairs: importValue("cookiePairs", cookies),
  copyFiles: importValue("copyFiles", "runtime/request/files/copy-files.js"),
  createToolpack: importValue("createToolpack", index),
  chooseCredentials: importValue("chooseCredentials", "runtime/http/credentials/choose-credentials.js"),
  CredentialCall: importType("CredentialCall", index),
  CredentialSource: importType("CredentialSource", index),
  deepObject: importValue("deepObject", "runtime/request/styles/deep-object.js"),
  emptyForm: importValue("emptyForm", "runtime/request/styles/allow-empty.js"),
  emptyList: importValue("emptyList", "runtime/request/styles/allow-empty.js"),
  encodeBasic: importValue("encodeBasic", "runtime/http/credentials/encode-basic.js"),
  equal: importValue("equal", "runtime/validation/equal.js"),
  ErrorCode: importType("ErrorCode", index),
  exactJson: importValue("exactJson", "runtime/request/bodies/exact-json.js"),
  exactText: importValue("exactText", "runtime/request/styles/exact-text.js"),
  fileBody: importValue("fileBody", "runtime/request/bodies/file-body.js"),
  form: importValue("form", "runtime/request/styles/form.js"),
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
  iterateStream: importValue("iterateStream", "runtime/http/streams/iterate-stream.js"),
  jsonHeader: importValue("jsonHeader", jsonParameters),
  jsonParameter: importValue("jsonParameter", jsonParameters),
  jsonSegment: importValue("jsonSegment", jsonParameters),
  label: importValue("label", simpleStyles),
  labelExploded: importValue("labelExploded", simpleStyles),
  locateServer: importValue("locateServer", "runtime/http/locate-server.js"),
  matrix: importValue("matrix", simpleStyles),
  matrixExploded: importValue("matrixExploded", simpleStyles),
  McpOptions: importType("McpOptions", "runtime/mcp/serve-mcp.js"),
  multipartBody: importValue("multipartBody", "runtime/request/bodies/multipart-body.js"),
  oneKey: importValue("oneKey", "runtime/http/credentials/one-key.js"),
  Operation: importType("Operation", index),
  PackDefinition: importType("PackDefinition", index),
  paginate: importValue("paginate", index),
  pipeDelimited: importValue("pipeDelimited", delimited),
  plainCookie: importValue("plainCookie", cookies),
  queryKey: importValue("queryKey", "runtime/http/credentials/query-key.js"),
  readBinary: importValue("readBinary", "runtime/http/readers/read-binary.js"),
  readFiles: importValue("readFiles", "runtime/request/files/read-files.js"),
  readIntegers: importValue("readIntegers", "runtime/pack/read-integers.js"),
  readText: importValue("readText", "runtime/http/readers/read-text.js"),
  RequestOptions: importType("RequestOptions", index),
  runBin: importValue("runBin", "runtime/bin/run-bin.js"),
  SecurityScheme: importType("SecurityScheme", index),
  Selection: importType("Selection", index),
  sendOwned: importValue("sendOwned", "runtime/pack/send-owned.js"),
  serveMcp: importValue("serveMcp", "runtime/mcp/serve-mcp.js"),
  simple: importValue("simple", simpleStyles),
  simpleExploded: importValue("simpleExploded", simpleStyles),
  spaceDelimited: importValue("spaceDelimited", delimited),
  textBody: importValue("textBody", "runtime/request/bodies/text-body.js"),
  Tool: importType("Tool", index),
  Toolpack: importType("Toolpack", index),
  ToolpackError: importValue("ToolpackError", index),
  ToolpackOptions: importType("ToolpackOptions", index),
  Validate: importType("Validate", "runtime/types.js"),
  waitForEvent: importValue("waitForEvent", "runtime/pack/wait-for-event.js"),
  writeSegment: importValue("writeSegment", "runtime/request/write-segment.js"),
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
