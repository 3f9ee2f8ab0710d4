import { asList, asObject, type Json } from "../../shared/json.js";
import { ANNOTATIONS } from "../../shared/keywords.js";
import { defName } from "../../shared/ref.js";
import { joinProperty } from "../schema/merge-parts.js";
import { readTypes } from "../schema/read-types.js";
import type { JsonSchema } from "../types.js";

/** The properties of an object schema, with what `allOf` and references add. */
export interface FlatObject {
  readonly properties: ReadonlyMap<string, JsonSchema>;
  readonly required: ReadonlySet<string>;
  /** What further properties must be, where the schema says that there may be some. */
  readonly rest: JsonSchema | undefined;
  /** At least one property must be given. */
  readonly notEmpty: boolean;
}

/** Rules about an object as a whole, which cannot be expressed per property. */
const WHOLE = [
  "oneOf",
  "anyOf",
  "if",
  "not",
  "patternProperties",
  "dependentSchemas",
  "dependentRequired",
  "maxProperties",
  "propertyNames",
  "const",
  "enum",
];

/** A schema as a list of properties, or undefined where it is not simply an object with properties. */
export function flattenObject(schema: JsonSchema, defs: ReadonlyMap<string, JsonSchema>): FlatObject | undefined {
  const properties = new Map<string, JsonSchema>();
  const required = new Set<string>();
  const seen = new Set<string>();
  const open: Json[] = [];
  let parts = 0;
  let least = 0;

  function visit(part: JsonSchema): boolean {
    if (WHOLE.some((keyword) => keyword in part)) return false;
    const types = readTypes(part.type);
    if (types.length > 0 && !types.includes("object")) return false;
    const target = defName(part);
    if (target !== undefined) {
      if (seen.has(target)) return false;
      seen.add(target);
      if (!visit(defs.get(target) ?? {})) return false;
    }
    if (!asList(part.allOf).every((below) => visit(asObject(below) ?? {}))) return false;
    const more = part.additionalProperties ?? part.unevaluatedProperties;
    if (more !== undefined) open.push(more);
    if (part.properties !== undefined || more !== undefined) parts += 1;
    if (typeof part.minProperties === "number") least = Math.max(least, part.minProperties);
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
  const rest = open.includes(false) ? undefined : open.map((each) => asObject(each) ?? {});
  // What one part of several says about further properties holds for the named ones of the others as well.
  if (parts > 1 && rest?.some(hasRules)) return undefined;
  if (least > Math.max(required.size, 1)) return undefined;
  // A property may be required without being described.
  for (const name of required) if (!properties.has(name)) properties.set(name, rest?.[0] ?? {});
  if (properties.size === 0) return undefined;
  return { properties, required, rest: rest?.[0], notEmpty: least > required.size };
}

function hasRules(schema: JsonSchema): boolean {
  return Object.keys(schema).some((keyword) => !ANNOTATIONS.has(keyword));
}
