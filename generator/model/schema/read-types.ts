import { asList, type Json } from "../../shared/json.js";
import { TYPES } from "../../shared/keywords.js";

/** The types that a `type` keyword allows, in its own order; none where it is absent. */
export function readTypes(type: Json | undefined): readonly string[] {
  const names = typeof type === "string" ? [type] : asList(type);
  return [...new Set(names.filter((name): name is string => typeof name === "string" && TYPES.has(name)))];
}
