import type { MutableJson, MutableObject } from "./mutable-json.js";

/** Whether a value is a JSON object: not null and not a list. */
export function isObject(value: MutableJson | undefined): value is MutableObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
