import type { JsonSchema } from "../model/types.js";
import { asList, type JsonObject } from "../shared/json.js";
import { visitBelow } from "../shared/walk-schema.js";

/** Whether a schema expects, anywhere in a value, an integer that may be larger than a number holds exactly. */
export function holdsLargeIntegers(schema: JsonSchema): boolean {
  const open: JsonObject[] = [schema];
  for (const each of open) {
    if (isLarge(each)) return true;
    visitBelow(each, (below) => open.push(below));
  }
  return false;
}

function isLarge({ const: only, enum: values, exclusiveMaximum, maximum, type }: JsonObject): boolean {
  const types = typeof type === "string" ? [type] : asList(type);
  if (!types.includes("integer") || types.includes("string") || only !== undefined || values !== undefined)
    return false;
  const limits = [maximum, exclusiveMaximum].filter((limit) => typeof limit === "number");
  return limits.every((limit) => limit > Number.MAX_SAFE_INTEGER);
}
