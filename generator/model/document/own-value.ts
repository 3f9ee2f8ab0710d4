import type { Json, JsonObject } from "../../load/types.js";

/** An own value of a map: names in a document may be `constructor` or `__proto__`. */
export function ownValue(object: JsonObject | undefined, key: string): Json | undefined {
  return object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
}
