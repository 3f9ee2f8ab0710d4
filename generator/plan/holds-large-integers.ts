import type { JsonSchema } from "../model/types.js";
import { asList, asObject, type JsonObject } from "../shared/json.js";
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

function isLarge({ allOf, const: only, enum: values, type, ...schema }: JsonObject): boolean {
  const types = typeof type === "string" ? [type] : asList(type);
  if (!types.includes("integer") || types.includes("string") || only !== undefined || values !== undefined)
    return false;
  // A `check` of the overrides is a part of the same schema.
  const limits = [schema, ...asList(allOf).map(asObject)]
    .flatMap((part) => [part?.maximum, part?.exclusiveMaximum])
    .filter((limit) => typeof limit === "number");
  return limits.every((limit) => limit > Number.MAX_SAFE_INTEGER);
}
