import type { Tool } from "../../runtime/types.js";
import type { JsonSchema } from "../model/types.js";
import { asList, type JsonObject } from "../shared/json.js";
import { SAME_VALUE } from "../shared/keywords.js";
import { visitBelow } from "../shared/walk-schema.js";
import { holdsLargeIntegers } from "./holds-large-integers.js";
import type { Planned } from "./planned.js";
import { runtimeSymbols } from "./runtime-symbols.js";

/** Keywords that say of a value's type as much as `type` does. */
const TYPED = ["$ref", "const", "enum", "allOf", "anyOf", "oneOf"];

/**
 * How a tool treats integers that a number may not hold exactly. Where its schema expects none but has a place for any
 * value, such as an open object, those that were rounded are refused: nothing else in its arguments can be so large. Where a
 * `type: number` without a limit is beside it, only the schema tells the two apart.
 */
export function chooseIntegers(schema: JsonSchema): Pick<Planned<Tool>, "readIntegers" | "exact"> {
  if (holdsLargeIntegers(schema)) return { readIntegers: runtimeSymbols.readIntegers };
  let isOpen = false;
  let hasDouble = false;
  const waiting: [JsonObject, boolean][] = [[schema, false]];
  for (const [each, isTyped] of waiting) {
    const types = typeof each.type === "string" ? [each.type] : asList(each.type);
    const typed = isTyped || types.length > 0 || TYPED.some((keyword) => keyword in each);
    isOpen ||= !typed || (types.includes("object") && (each.additionalProperties ?? true) === true);
    hasDouble ||= types.includes("number") && !(Number(each.maximum ?? Infinity) <= Number.MAX_SAFE_INTEGER);
    visitBelow(each, (below, keyword) => {
      // What holds for a value holds for all parts of its schema; names are text.
      if (keyword !== "propertyNames") waiting.push([below, typed && SAME_VALUE.has(keyword)]);
    });
  }
  if (!isOpen) return {};
  return hasDouble ? { readIntegers: runtimeSymbols.readIntegers } : { exact: true };
}
