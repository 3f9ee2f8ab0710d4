/** What went wrong, as a word that code can branch on. */
export type ErrorCode =
  | "invalid_argument"
  | "invalid_option"
  | "no_api_key"
  | "unknown_tool"
  | "withheld"
  | "denied"
  | "cancelled"
  | "timeout"
  | "network"
  | "rate_limited"
  | "unauthorized"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "rejected"
  | "failed"
  | "server_error"
  | "bad_response"
  | "internal";

export interface ErrorDetails {
  /** HTTP status of the response, if there was one. */
  readonly status?: number | undefined;
  /** The same call may be retried. */
  readonly retryable?: boolean | undefined;
  /** How long the service asks to wait before a retry. */
  readonly retryAfterMs?: number | undefined;
  /** The argument that is wrong: `messages[0].role`. */
  readonly field?: string | undefined;
  readonly requestId?: string | undefined;
}

// In the registry, so that two packs in one app recognise each other's errors.
const brand: symbol = /* @__PURE__ */ Symbol.for("openapi-toolpack.error");

/** The only error that a pack throws. Contains no key, request or cause: it is safe to log and to show to a model. */
export class ToolpackError extends Error implements ErrorDetails {
  override readonly name = "ToolpackError";
  declare readonly code: ErrorCode;
  /** One short sentence that says what to do. The same as `message`. */
  declare readonly hint: string;
  declare readonly status?: number | undefined;
  declare readonly retryable: boolean;
  declare readonly retryAfterMs?: number | undefined;
  declare readonly field?: string | undefined;
  declare readonly requestId?: string | undefined;

  constructor(code: ErrorCode, hint: string, details?: ErrorDetails) {
    super(hint);
    Object.assign(this, { [brand]: true, retryable: false, ...details, code, hint });
  }

  /** Everything except the stack. */
  toJSON(): ErrorDetails & { readonly code: ErrorCode; readonly hint: string } {
    const { name, ...shown } = this;
    return shown;
  }
}

/** True for an error of any pack, whichever copy of the runtime made it. */
export function isToolpackError(value: unknown): value is ToolpackError {
  return (value as Record<symbol, unknown> | null | undefined)?.[brand] === true;
}
