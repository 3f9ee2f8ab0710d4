import { ToolpackError } from "./toolpack-error.js";

/** The error for an option of the host that is rejected. */
export function refuseOption(hint: string): ToolpackError {
  return new ToolpackError("invalid_option", hint);
}
