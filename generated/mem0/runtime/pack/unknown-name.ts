import { type ErrorCode, ToolpackError } from "../errors/toolpack-error.js";
import { findNearest } from "./find-nearest.js";

/** The error for a name that nothing has, with the nearest one that something has. */
export function unknownName(code: ErrorCode, what: string, name: string, names: Iterable<string>): ToolpackError {
  const nearest = findNearest(name, names);
  return new ToolpackError(code, `No ${what} ${name}${nearest ? `; did you mean ${nearest}?` : ""}`);
}
