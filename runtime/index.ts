export { type ErrorCode, type ErrorDetails, isToolpackError, ToolpackError } from "./errors/toolpack-error.js";
export type {
  ClientOptions,
  Clock,
  CredentialCall,
  CredentialSource,
  FetchAnswer,
  FetchInit,
  FetchLike,
  RequestOptions,
  Retry,
} from "./http/client-options.js";
export { type Client, createClient } from "./http/create-client.js";
export type { RetryLimits } from "./http/decide-retry.js";
export { HttpClient } from "./http/http-client.js";
export type {
  AddParameter,
  BodyPart,
  BuildFilter,
  CopyFiles,
  EncodeBody,
  EncodeText,
  FileParts,
  FilterParts,
  NamedPart,
  Operation,
  ParameterPart,
  ReadAnswer,
  ReadFile,
  ReadFiles,
  Reading,
  SegmentParts,
  Style,
  WriteSegment,
} from "./operation.js";
export { combine } from "./pack/combine.js";
export { createToolpack } from "./pack/create-toolpack.js";
export { paginate } from "./pack/paginate.js";
export type {
  ApprovalRequest,
  Bound,
  CallOptions,
  CallRecord,
  CallResult,
  PackContents,
  Selection,
  SpanLike,
  Toolpack,
  ToolpackOptions,
  TracerLike,
} from "./pack/toolpack-options.js";
export type {
  AnyTool,
  AuthDefinition,
  Bind,
  Credential,
  Effect,
  EncodeCredential,
  EntityBind,
  EventAnswer,
  Json,
  JsonSchema,
  KeyedRequest,
  OAuthFlow,
  PackDefinition,
  PagedAnswer,
  ReadIntegers,
  Requirement,
  Security,
  SecurityScheme,
  SendKey,
  Tool,
  ToolAnnotations,
  Validate,
  ValidationIssue,
} from "./types.js";
