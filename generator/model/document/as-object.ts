import type { Json, JsonObject } from "../../load/types.js";

/** The value if it is an object, else undefined; for reading a document whose shape only LOAD has checked. */
export function asObject(value: Json | undefined): JsonObject | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}
