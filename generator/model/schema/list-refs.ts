import type { JsonSchema } from "../types.js";
import { visitBelow } from "./visit-below.js";

const known = new WeakMap<JsonSchema, readonly string[]>();

/** Names of the `#/$defs/...` that a schema mentions, once for each mention. */
export function listRefs(schema: JsonSchema): readonly string[] {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const names: string[] = [];
  const visit = (part: JsonSchema): void => {
    const name = refName(part);
    if (name !== undefined) names.push(name);
    visitBelow(part, visit);
  };
  visit(schema);
  known.set(schema, names);
  return names;
}

/** The name in `{ $ref: "#/$defs/Name" }`. */
function refName(schema: JsonSchema): string | undefined {
  return typeof schema.$ref === "string" && schema.$ref.startsWith("#/$defs/") ? schema.$ref.slice(8) : undefined;
}
