import type { JsonObject } from "../shared/json.js";
import type { Dialect, DialectTool } from "./dialect.js";

/** Function tools of OpenAI's chat completions, which most providers accept. */
export const openai: Dialect = { name: "openai", tools: "offered", map: toFunction, decode: "identity" };

type FunctionTool = Pick<DialectTool, "name" | "description" | "inputSchema">;

function toFunction({ name, description, inputSchema }: FunctionTool): JsonObject {
  return { type: "function", function: { name, description, parameters: inputSchema } };
}

/** Tools as they appear in a request, for counting tokens. */
export function buildFunctions(tools: readonly FunctionTool[]): readonly JsonObject[] {
  return tools.map(toFunction);
}
