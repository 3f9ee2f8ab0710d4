import type { Action } from "../../model/types.js";
import type { JsonObject } from "../../shared/json.js";

/** The actions as function tools in the form of OpenAI's chat completions. */
export function buildFunctions(actions: readonly Action[]): readonly JsonObject[] {
  return actions.map(({ name, description, inputSchema }) => ({
    type: "function",
    function: { name, description, parameters: inputSchema },
  }));
}
