import { asList, asObject, type Json } from "../../shared/json.js";
import { TYPES } from "../../shared/keywords.js";
import { readDef } from "../../shared/ref.js";
import type { JsonSchema } from "../types.js";

/** The types that a `type` keyword allows, in its own order; none where it is absent. */
export function readTypes(type: Json | undefined): readonly string[] {
  const names = typeof type === "string" ? [type] : asList(type);
  return [...new Set(names.filter((name): name is string => typeof name === "string" && TYPES.has(name)))];
}

/** Every type that a translated schema may accept, seen through references and unions; empty where it does not say. */
export function readSchemaTypes(
  schema: JsonSchema,
  defs: ReadonlyMap<string, JsonSchema>,
  seen: Set<string> = new Set(),
): ReadonlySet<string> {
  const types = new Set<string>();
  // A list that grows: a document may chain references deeper than the call stack.
  const waiting = [schema];
  for (const part of waiting) {
    for (const type of readTypes(part.type)) types.add(type);
    // Each definition adds its types once, however often it is referred to.
    if (typeof part.$ref === "string" && !seen.has(part.$ref)) {
      seen.add(part.$ref);
      waiting.push(readDef(part, defs) ?? {});
    }
    for (const keyword of ["anyOf", "oneOf", "allOf"])
      for (const below of asList(part[keyword])) waiting.push(asObject(below) ?? {});
  }
  return types;
}

export function hasType(value: Json, types: readonly string[]): boolean {
  if (value === null) return types.includes("null");
  if (Array.isArray(value)) return types.includes("array");
  return types.includes(typeof value) || (Number.isInteger(value) && types.includes("integer"));
}
