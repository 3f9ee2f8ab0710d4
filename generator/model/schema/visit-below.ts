import { asList, asObject } from "../../shared/json.js";
import { KEYWORDS } from "../../shared/keywords.js";
import type { JsonSchema } from "../types.js";

/** Calls `visit` with each schema directly below a schema. */
export function visitBelow(schema: JsonSchema, visit: (below: JsonSchema) => void): void {
  for (const keyword of Object.keys(schema)) {
    const holds = KEYWORDS.get(keyword);
    if (holds === "value" || holds === undefined) continue;
    const value = schema[keyword];
    const parts = holds === "list" ? asList(value) : holds === "map" ? Object.values(asObject(value) ?? {}) : [value];
    for (const part of parts) {
      const below = asObject(part);
      if (below !== undefined) visit(below);
    }
  }
}
