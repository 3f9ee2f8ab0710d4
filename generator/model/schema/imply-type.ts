import { asList, type Json } from "../../shared/json.js";
import { KEYWORDS } from "../../shared/keywords.js";

/** Rules that stand beside the `type` of another schema as often as they imply one. */
const VAGUE: ReadonlySet<string> = new Set(["required", "dependentRequired", "dependentSchemas", "propertyNames"]);

/** Keywords that apply schemas which say more about the type. */
const COMBINED = ["$ref", "allOf", "anyOf", "oneOf", "not", "if"] as const;

/**
 * The type that a schema without `type` means: that of its values, or the one that all its keywords are about. Documents
 * leave it out, and models and providers need it. Where the type is said around the schema (`typed`), only the shape of an
 * object or a list repeats it.
 */
export function implyType(keywords: ReadonlyMap<string, Json>, typed: boolean): Json | undefined {
  if (COMBINED.some((keyword) => keywords.has(keyword))) return undefined;
  const values = keywords.has("const") ? [keywords.get("const") ?? null] : asList(keywords.get("enum"));
  if (values.length > 0) return typed ? undefined : joinTypes(values);
  if (keywords.has("properties")) return "object";
  if (keywords.has("items")) return "array";
  if (typed) return undefined;
  const kinds = new Set<string>();
  for (const keyword of keywords.keys()) if (!VAGUE.has(keyword)) kinds.add(KEYWORDS.get(keyword)?.of ?? "any");
  kinds.delete("any");
  const [only] = kinds;
  return kinds.size === 1 ? only : undefined;
}

function joinTypes(values: readonly Json[]): Json {
  const types = new Set(values.map(typeOf));
  if (types.has("number")) types.delete("integer");
  const [only, ...others] = types;
  return others.length === 0 ? (only as string) : [...types];
}

function typeOf(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}
