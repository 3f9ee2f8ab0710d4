import { asList, type Json } from "../../shared/json.js";
import { ANNOTATIONS } from "../../shared/keywords.js";
import { orderKeywords } from "../../shared/walk-schema.js";
import type { JsonSchema } from "../types.js";
import { readTypes } from "./read-types.js";

/** The schema, allowing null as well: what OpenAPI 3.0 writes as `nullable: true`. */
export function allowNull(schema: JsonSchema): JsonSchema {
  const combined = ["$ref", "allOf", "oneOf", "const", "not", "if"].some((keyword) => keyword in schema);
  if (!combined && schema.anyOf === undefined) return nullBesideType(schema);

  const outside: [string, Json][] = [];
  const inside: [string, Json][] = [];
  for (const entry of Object.entries(schema)) (ANNOTATIONS.has(entry[0]) ? outside : inside).push(entry);
  const only = inside.length === 1 ? schema.anyOf : undefined;
  const choices = only === undefined ? [Object.fromEntries(inside)] : asList(only);
  return orderKeywords(new Map<string, Json>([...outside, ["anyOf", [...choices, { type: "null" }]]]));
}

function nullBesideType(schema: JsonSchema): JsonSchema {
  const types = readTypes(schema.type);
  const keywords = new Map<string, Json>(Object.entries(schema));
  if (types.length > 0 && !types.includes("null")) keywords.set("type", [...types, "null"]);
  const values = asList(schema.enum);
  if (values.length > 0 && !values.includes(null)) keywords.set("enum", [...values, null]);
  return orderKeywords(keywords);
}
