import { asList, asObject, type Json } from "../../shared/json.js";
import { orderKeywords } from "../../shared/walk-schema.js";
import type { JsonSchema } from "../types.js";

const PLAIN: ReadonlySet<string> = new Set(["type", "description", "properties", "required", "additionalProperties"]);

/** An `allOf` of plain objects as the one object that they describe together; any other schema as it is. */
export function mergeParts(schema: JsonSchema): JsonSchema {
  const parts = asList(schema.allOf).map(asObject);
  if (parts.length === 0) return schema;
  const { allOf: _, ...outside } = schema;
  const all = [...parts, outside];
  const objects = all.filter((part): part is JsonSchema => part !== undefined && isPlainObject(part));
  if (objects.length < all.length || !objects.some((part) => part.type === "object")) return schema;

  const properties = new Map<string, Json>();
  const required = new Set<Json>();
  for (const part of objects) {
    for (const [name, property] of Object.entries(asObject(part.properties) ?? {})) {
      const before = properties.get(name);
      const same = before === undefined || JSON.stringify(before) === JSON.stringify(property);
      properties.set(name, same ? property : mergeParts({ allOf: [before, property] }));
    }
    for (const name of asList(part.required)) required.add(name);
  }
  const { description } = objects.findLast((part) => part.description !== undefined) ?? {};
  return orderKeywords({
    type: "object",
    ...(description !== undefined && { description }),
    ...(properties.size > 0 && { properties: Object.fromEntries(properties) }),
    ...(required.size > 0 && { required: [...required] }),
  });
}

/** Open objects only: a closed part rejects what its siblings allow, and that must not get lost. */
function isPlainObject(part: JsonSchema): boolean {
  const known = Object.keys(part).every((keyword) => PLAIN.has(keyword));
  const open = part.additionalProperties === undefined || part.additionalProperties === true;
  return known && open && (part.type === undefined || part.type === "object");
}
