import type { Json, JsonObject } from "../../load/types.js";
import { compareText } from "../compare-text.js";

/** A JSON value with the keys of its objects sorted; lists keep their order. */
export function sortJson(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sortJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as JsonObject)
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, item]) => [key, sortJson(item)]),
  );
}
