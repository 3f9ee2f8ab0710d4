import { type ErrorCode, ToolpackError } from "../errors/toolpack-error.js";
import { nearestName } from "../nearest-name.js";

/** The error for a name that does not exist, with the nearest one that does. */
export function unknownName(code: ErrorCode, what: string, name: string, names: Iterable<string>): ToolpackError {
  const nearest = nearestName(name, names);
  return new ToolpackError(code, `Unknown ${what} ${name}${nearest ? `; did you mean ${nearest}?` : ""}`);
}
