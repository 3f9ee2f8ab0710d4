import { type ImportSymbol, importType, importValue } from "../shared/import-symbol.js";

// Code that only some operations need is in files of its own, so that a pack loads and bundles only what it uses.

/** Values of the runtime by name, each with its file. */
const VALUES = {
  addStyled: "runtime/request/add-styled.js",
  allowReserved: "runtime/request/styles/allow-reserved.js",
  allowReservedInPath: "runtime/request/styles/allow-reserved.js",
  bindEntity: "runtime/pack/bind-entity.js",
  buildFilter: "runtime/request/build-filter.js",
  collectStream: "runtime/http/streams/collect-stream.js",
  combine: "runtime/index.js",
  commaSeparated: "runtime/request/styles/delimited.js",
  cookieKey: "runtime/http/credentials/cookie-key.js",
  cookiePairs: "runtime/request/styles/cookies.js",
  copyFiles: "runtime/request/files/copy-files.js",
  createToolpack: "runtime/index.js",
  chooseCredentials: "runtime/http/credentials/choose-credentials.js",
  deepObject: "runtime/request/styles/deep-object.js",
  emptyForm: "runtime/request/styles/allow-empty.js",
  emptyList: "runtime/request/styles/allow-empty.js",
  encodeBasic: "runtime/http/credentials/encode-basic.js",
  equal: "runtime/validation/equal.js",
  exactJson: "runtime/request/bodies/exact-json.js",
  exactText: "runtime/request/styles/exact-text.js",
  fileBody: "runtime/request/bodies/file-body.js",
  form: "runtime/request/styles/form.js",
  formBody: "runtime/request/bodies/form-body.js",
  headerKey: "runtime/http/credentials/header-key.js",
  HttpClient: "runtime/index.js",
  isDate: "runtime/validation/formats.js",
  isDateTime: "runtime/validation/formats.js",
  isDuration: "runtime/validation/formats.js",
  isEmail: "runtime/validation/formats.js",
  isHostname: "runtime/validation/formats.js",
  isIpv4: "runtime/validation/formats.js",
  isIpv6: "runtime/validation/formats.js",
  isJsonPointer: "runtime/validation/formats.js",
  isRegex: "runtime/validation/formats.js",
  isTime: "runtime/validation/formats.js",
  isToolpackError: "runtime/index.js",
  isUri: "runtime/validation/formats.js",
  isUriReference: "runtime/validation/formats.js",
  isUuid: "runtime/validation/formats.js",
  iterateStream: "runtime/http/streams/iterate-stream.js",
  jsonHeader: "runtime/request/styles/json-parameter.js",
  jsonParameter: "runtime/request/styles/json-parameter.js",
  jsonSegment: "runtime/request/styles/json-parameter.js",
  label: "runtime/request/styles/simple.js",
  labelExploded: "runtime/request/styles/simple.js",
  locateServer: "runtime/http/locate-server.js",
  matrix: "runtime/request/styles/simple.js",
  matrixExploded: "runtime/request/styles/simple.js",
  multipartBody: "runtime/request/bodies/multipart-body.js",
  oneKey: "runtime/http/credentials/one-key.js",
  paginate: "runtime/index.js",
  pipeDelimited: "runtime/request/styles/delimited.js",
  plainCookie: "runtime/request/styles/cookies.js",
  queryKey: "runtime/http/credentials/query-key.js",
  readBinary: "runtime/http/readers/read-binary.js",
  readFiles: "runtime/request/files/read-files.js",
  readIntegers: "runtime/pack/read-integers.js",
  readText: "runtime/http/readers/read-text.js",
  runBin: "runtime/bin/run-bin.js",
  sendOwned: "runtime/pack/send-owned.js",
  serveMcp: "runtime/mcp/serve-mcp.js",
  simple: "runtime/request/styles/simple.js",
  simpleExploded: "runtime/request/styles/simple.js",
  spaceDelimited: "runtime/request/styles/delimited.js",
  textBody: "runtime/request/bodies/text-body.js",
  ToolpackError: "runtime/index.js",
  waitForEvent: "runtime/pack/wait-for-event.js",
  writeSegment: "runtime/request/write-segment.js",
} as const;

/** Types of the runtime by name, each with its file. */
const TYPES = {
  AnyTool: "runtime/index.js",
  ApprovalRequest: "runtime/index.js",
  Bound: "runtime/index.js",
  CallOptions: "runtime/index.js",
  CallRecord: "runtime/index.js",
  CallResult: "runtime/index.js",
  ClientOptions: "runtime/index.js",
  CredentialCall: "runtime/index.js",
  CredentialSource: "runtime/index.js",
  ErrorCode: "runtime/index.js",
  McpOptions: "runtime/mcp/serve-mcp.js",
  Operation: "runtime/index.js",
  PackDefinition: "runtime/index.js",
  RequestOptions: "runtime/index.js",
  SecurityScheme: "runtime/index.js",
  Selection: "runtime/index.js",
  Tool: "runtime/index.js",
  Toolpack: "runtime/index.js",
  ToolpackOptions: "runtime/index.js",
  Validate: "runtime/types.js",
} as const;

/** Every name of the runtime that generated code may use: the whole seam between the generator and runtime/. */
export type RuntimeSymbols = Readonly<Record<keyof typeof VALUES | keyof typeof TYPES, ImportSymbol>>;

export const runtimeSymbols: RuntimeSymbols = Object.fromEntries([
  ...Object.entries(VALUES).map(([name, file]) => [name, importValue(name, file)]),
  ...Object.entries(TYPES).map(([name, file]) => [name, importType(name, file)]),
]);

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
