import { asList, asObject, type Json } from "../../shared/json.js";
import { ANNOTATIONS } from "../../shared/keywords.js";
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
      properties.set(name, before === undefined ? property : joinProperty(before, property));
    }
    for (const name of asList(part.required)) required.add(name);
  }
  // A closed part refuses what its siblings allow, and that must not get lost.
  const closed = objects.filter((part) => part.additionalProperties === false);
  if (closed.some((part) => Object.keys(asObject(part.properties) ?? {}).length < properties.size)) return schema;

  const { description } = objects.findLast((part) => part.description !== undefined) ?? {};
  return orderKeywords({
    type: "object",
    ...(description !== undefined && { description }),
    ...(properties.size > 0 && { properties: Object.fromEntries(properties) }),
    ...(required.size > 0 && { required: [...required] }),
    ...(closed.length > 0 && { additionalProperties: false }),
  });
}

/** A property that two parts declare: one schema where neither says what contradicts the other. */
export function joinProperty(first: Json, second: Json): Json {
  const [a, b] = [asObject(first), asObject(second)];
  if (a === undefined || b === undefined || sameText(a, b)) return first;
  const either = new Map(Object.entries(a));
  for (const [keyword, value] of Object.entries(b)) {
    const before = either.get(keyword);
    if (before === undefined || ANNOTATIONS.has(keyword) || sameText(before, value)) either.set(keyword, value);
    else if (keyword !== "enum") return mergeParts({ allOf: [first, second] });
    else
      either.set(
        keyword,
        asList(value).filter((each) => asList(before).some((other) => sameText(each, other))),
      );
  }
  const { enum: values, const: only } = Object.fromEntries(either);
  if (values === undefined || (only === undefined && asList(values).length > 0)) return orderKeywords(either);
  // A constant that is listed says all; one that is not leaves nothing, which a validator has to say.
  if (only === undefined || !asList(values).some((value) => sameText(value, only))) return { allOf: [first, second] };
  either.delete("enum");
  return orderKeywords(either);
}

function sameText(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isPlainObject(part: JsonSchema): boolean {
  const known = Object.keys(part).every((keyword) => PLAIN.has(keyword));
  const more = part.additionalProperties;
  return (
    known && (more === undefined || typeof more === "boolean") && (part.type === undefined || part.type === "object")
  );
}
