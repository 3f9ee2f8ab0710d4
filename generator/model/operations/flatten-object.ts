import { asList, asObject } from "../../shared/json.js";
import { ANNOTATIONS } from "../../shared/keywords.js";
import { defName } from "../../shared/ref.js";
import { joinProperty } from "../schema/merge-parts.js";
import { readTypes } from "../schema/read-types.js";
import type { JsonSchema } from "../types.js";

/** The properties of an object schema, with what `allOf` and references add. */
export interface FlatObject {
  readonly properties: ReadonlyMap<string, JsonSchema>;
  readonly required: ReadonlySet<string>;
}

/** Rules about an object as a whole, which cannot be expressed per property. */
const WHOLE = [
  "oneOf",
  "anyOf",
  "if",
  "not",
  "patternProperties",
  "dependentSchemas",
  "propertyNames",
  "const",
  "enum",
];

/** A schema as a list of properties, or undefined where it is not simply an object with properties. */
export function flattenObject(schema: JsonSchema, defs: ReadonlyMap<string, JsonSchema>): FlatObject | undefined {
  const properties = new Map<string, JsonSchema>();
  const required = new Set<string>();
  const seen = new Set<string>();

  function visit(part: JsonSchema): boolean {
    if (WHOLE.some((keyword) => keyword in part)) return false;
    const types = readTypes(part.type);
    if (types.length > 0 && !types.includes("object")) return false;
    // Additional properties with a schema would be lost in a list of named arguments.
    const open = asObject(part.additionalProperties);
    if (open !== undefined && Object.keys(open).some((keyword) => !ANNOTATIONS.has(keyword))) return false;
    const target = defName(part);
    if (target !== undefined) {
      if (seen.has(target)) return false;
      seen.add(target);
      if (!visit(defs.get(target) ?? {})) return false;
    }
    if (!asList(part.allOf).every((below) => visit(asObject(below) ?? {}))) return false;
    for (const [name, property] of Object.entries(asObject(part.properties) ?? {})) {
      const before = properties.get(name);
      properties.set(name, (before === undefined ? property : joinProperty(before, property)) as JsonSchema);
    }
    for (const name of asList(part.required)) if (typeof name === "string") required.add(name);
    return true;
  }

  if (!visit(schema)) return undefined;
  // What must not be given is no argument.
  for (const [name, property] of properties)
    if (!required.has(name) && JSON.stringify(property) === '{"not":{}}') properties.delete(name);
  return properties.size > 0 ? { properties, required } : undefined;
}
