import { asList, isObject, type Json, type JsonObject } from "../../shared/json.js";
import { resolveSchema } from "./resolve-schema.js";

/** Texts of schemas already read, by owner and depth: unions of unions refer to the same ones many times. */
const known = new WeakMap<JsonObject, Map<number, WeakMap<JsonObject, string>>>();

/** How a schema reads in a table: `string`, `integer | null`, `object[]`, `map of number`. */
export function buildTypeText(schema: Json | undefined, root: JsonObject, depth = 0): string {
  const resolved = resolveSchema(schema, root);
  if (resolved === undefined) return "any";
  const depths = known.get(root) ?? new Map<number, WeakMap<JsonObject, string>>();
  known.set(root, depths);
  const texts = depths.get(depth) ?? new WeakMap<JsonObject, string>();
  depths.set(depth, texts);
  const text = texts.get(resolved) ?? printText(resolved, root, depth);
  texts.set(resolved, text);
  return text;
}

function printText(resolved: JsonObject, root: JsonObject, depth: number): string {
  const union = buildUnion(resolved, root, depth);
  if (union !== undefined) return union;
  const types = listTypes(resolved);
  if (types.length === 0) return "any";
  return types.map((type) => buildOne(type, resolved, root, depth)).join(" | ");
}

function buildUnion(schema: JsonObject, root: JsonObject, depth: number): string | undefined {
  const branches = asList(schema.anyOf ?? schema.oneOf);
  // Limits the depth for readability and stops recursion.
  if (branches.length === 0 || depth > 2) return undefined;
  const texts = new Set(branches.map((branch) => buildTypeText(branch, root, depth + 1)));
  if (texts.size > 1) texts.delete("any");
  return [...texts].join(" | ");
}

function listTypes(schema: JsonObject): readonly string[] {
  if (typeof schema.type === "string") return [schema.type];
  if (Array.isArray(schema.type)) return asList(schema.type).filter((type) => typeof type === "string");
  if (schema.const !== undefined) return [nameType(schema.const)];
  if (Array.isArray(schema.enum)) return [...new Set(asList(schema.enum).map(nameType))];
  if (schema.properties !== undefined || schema.additionalProperties !== undefined) return ["object"];
  if (schema.items !== undefined) return ["array"];
  return [];
}

function buildOne(type: string, schema: JsonObject, root: JsonObject, depth: number): string {
  if (depth > 2) return type;
  if (type === "array") {
    const item = buildTypeText(schema.items, root, depth + 1);
    return item.includes(" ") ? `(${item})[]` : `${item}[]`;
  }
  const values = schema.additionalProperties;
  if (type === "object" && schema.properties === undefined && isObject(values)) {
    return `map of ${buildTypeText(values, root, depth + 1)}`;
  }
  return type;
}

function nameType(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
