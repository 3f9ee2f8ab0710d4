import type { Action } from "../../model/types.js";
import { printString } from "../print/string.js";
import { printCall } from "./print-call.js";
import type { ToolDoc } from "./tool-doc.js";

/** Calls that the overrides give as accepted, as a program and as the arguments that a model writes. */
export function buildExamples(action: Action): ToolDoc["examples"] {
  return action.examples.accept.map((args) => ({
    typescript: printCall(`const { data } = await pack.call(${printString(action.name)}, `, args),
    json: JSON.stringify(args, null, 2),
  }));
}
