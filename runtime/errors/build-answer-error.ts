import { readReason } from "./read-reason.js";
import type { ErrorCode } from "./toolpack-error.js";
import { type ErrorDetails, ToolpackError } from "./toolpack-error.js";

const codes: Readonly<Record<number, ErrorCode>> = {
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  408: "timeout",
  409: "conflict",
  410: "not_found",
  429: "rate_limited",
};

/** The error for a status outside 2xx, with the reason that its body gives. `clean` makes it one safe line. */
export function buildAnswerError(
  status: number,
  body: unknown,
  clean: (text: string) => string,
  details: ErrorDetails,
): ToolpackError {
  const code = codes[status] ?? (status > 499 ? "server_error" : status > 399 ? "rejected" : "bad_response");
  const wait = details.retryAfterMs ? ` (retry after ${Math.ceil(details.retryAfterMs / 1000)} s)` : "";
  return new ToolpackError(code, clean(`HTTP ${status}: ${readReason(body)}`) + wait, { ...details, status });
}
