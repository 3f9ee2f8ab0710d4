import { asList, asObject, type Json } from "../../shared/json.js";
import { readDef } from "../../shared/ref.js";
import type { JsonSchema } from "../types.js";
import { readSchemaTypes } from "./read-types.js";

/** Whether the members of an object or the items of a list may themselves be objects or lists. */
export function holdsNested(schema: JsonSchema, defs: ReadonlyMap<string, JsonSchema>): boolean {
  const parts: Json[] = [schema];
  const reached = new Set<string>();
  // One set for all: a definition that is met again was looked at before.
  const seen = new Set<string>();
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const here = asObject(part);
    if (here === undefined) continue;
    if (typeof here.$ref === "string" && !reached.has(here.$ref)) {
      reached.add(here.$ref);
      parts.push(readDef(here, defs) ?? {});
    }
    for (const keyword of ["allOf", "anyOf", "oneOf"]) parts.push(...asList(here[keyword]));
    const inside = [
      here.items,
      here.additionalProperties,
      ...asList(here.prefixItems),
      ...Object.values(asObject(here.properties) ?? {}),
    ];
    for (const each of inside) {
      const types = readSchemaTypes(asObject(each) ?? {}, defs, seen);
      if (types.has("object") || types.has("array")) return true;
    }
  }
  return false;
}
