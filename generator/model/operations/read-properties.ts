import { asList, asObject, type Json } from "../../shared/json.js";
import { joinPointer } from "../../shared/pointer.js";
import { type Resolved, resolveRef } from "../../shared/ref.js";

/** The properties of a schema as the document writes them, those behind `allOf` and references too; the first of a name counts. */
export function readProperties(
  document: Json,
  schema: Json | undefined,
  pointer: string,
): ReadonlyMap<string, Resolved> {
  const found = new Map<string, Resolved>();
  const seen = new Set<Json>();
  const visit = (part: Json | undefined, at: string): void => {
    const resolved = resolveRef(document, part, at);
    if (resolved === undefined || seen.has(resolved.value)) return;
    seen.add(resolved.value);
    for (const [name, property] of Object.entries(asObject(resolved.value.properties) ?? {})) {
      const below = joinPointer(resolved.pointer, "properties", name);
      const target = resolveRef(document, property, below);
      // The place is where the property is named, not where its schema is defined.
      if (target !== undefined && !found.has(name)) found.set(name, { value: target.value, pointer: below });
    }
    for (const [index, each] of asList(resolved.value.allOf).entries())
      visit(each, joinPointer(resolved.pointer, "allOf", `${index}`));
  };
  visit(schema, pointer);
  return found;
}
