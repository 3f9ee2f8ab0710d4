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
  const types = new Set(readTypes(schema.type));
  if (typeof schema.$ref === "string" && !seen.has(schema.$ref)) {
    // Each definition adds its types once, however often it is referred to.
    seen.add(schema.$ref);
    for (const type of readSchemaTypes(readDef(schema, defs) ?? {}, defs, seen)) types.add(type);
  }
  for (const keyword of ["anyOf", "oneOf", "allOf"])
    for (const part of asList(schema[keyword]))
      for (const type of readSchemaTypes(asObject(part) ?? {}, defs, seen)) types.add(type);
  return types;
}

export function hasType(value: Json, types: readonly string[]): boolean {
  if (value === null) return types.includes("null");
  if (Array.isArray(value)) return types.includes("array");
  return types.includes(typeof value) || (Number.isInteger(value) && types.includes("integer"));
}
