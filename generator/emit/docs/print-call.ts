import type { JsonObject } from "../../shared/json.js";
import { printLiteral } from "../print/literal.js";

/** Pages are narrower than source files by this many columns. */
const margin = 30;

/** Prints a call as a statement: `start`, the arguments, and the end. */
export function printCall(start: string, args: JsonObject): string {
  return `${start}${printLiteral(args, 0, start.length + margin)});`;
}
