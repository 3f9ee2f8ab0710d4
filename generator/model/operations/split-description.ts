import { asText } from "../../shared/json.js";
import type { JsonSchema } from "../types.js";

/** A schema without its own description, and that description. */
export function splitDescription(schema: JsonSchema): { readonly schema: JsonSchema; readonly description: string } {
  const { description, ...rest } = schema;
  return { schema: rest, description: asText(description) };
}
