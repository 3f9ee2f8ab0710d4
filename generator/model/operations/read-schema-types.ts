import { asList, asObject } from "../../shared/json.js";
import { readTypes } from "../schema/read-types.js";
import type { JsonSchema } from "../types.js";

/** Every type that a translated schema may accept, seen through references and unions; empty where it does not say. */
export function readSchemaTypes(
  schema: JsonSchema,
  defs: ReadonlyMap<string, JsonSchema>,
  seen: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const types = new Set(readTypes(schema.type));
  if (typeof schema.$ref === "string" && !seen.has(schema.$ref)) {
    const target = defs.get(schema.$ref.slice("#/$defs/".length)) ?? {};
    for (const type of readSchemaTypes(target, defs, new Set([...seen, schema.$ref]))) types.add(type);
  }
  for (const keyword of ["anyOf", "oneOf", "allOf"])
    for (const part of asList(schema[keyword]))
      for (const type of readSchemaTypes(asObject(part) ?? {}, defs, seen)) types.add(type);
  return types;
}
