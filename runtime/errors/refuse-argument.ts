import { ToolpackError } from "./toolpack-error.js";

/** The error for an argument that is rejected: `field` is its path, `messages[0].role`. */
export function refuseArgument(field: string, reason: string): ToolpackError {
  return new ToolpackError("invalid_argument", field ? `${field}: ${reason}` : reason, { field });
}
