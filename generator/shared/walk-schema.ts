import { asList, asObject, type Json, type JsonObject } from "./json.js";
import { KEYWORDS } from "./keywords.js";

/** Calls `visit` with each schema directly below a schema, and the key that leads to it below the keyword. */
export function visitBelow(
  schema: JsonObject,
  visit: (below: JsonObject, keyword: string, key: readonly string[]) => void,
): void {
  for (const [keyword, value] of Object.entries(schema)) {
    const holds = KEYWORDS.get(keyword)?.holds;
    if (holds === "value" || holds === undefined) continue;
    const inside = holds === "list" ? asList(value) : holds === "map" ? asObject(value) : undefined;
    const parts: [readonly string[], Json][] =
      holds === "schema" ? [[[], value]] : Object.entries(inside ?? {}).map(([key, part]) => [[key], part]);
    for (const [key, part] of parts) {
      const below = asObject(part);
      if (below !== undefined) visit(below, keyword, key);
    }
  }
}

/** A copy of a schema with each schema directly below it replaced. */
export function mapSchema(schema: JsonObject, replace: (below: JsonObject) => JsonObject): JsonObject {
  const one = (value: Json): Json => {
    const below = asObject(value);
    return below === undefined ? value : replace(below);
  };
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]): [string, Json] => {
      const holds = KEYWORDS.get(keyword)?.holds;
      if (holds === "schema") return [keyword, one(value)];
      if (holds === "list") return [keyword, asList(value).map(one)];
      if (holds !== "map") return [keyword, value];
      return [
        keyword,
        Object.fromEntries(Object.entries(asObject(value) ?? {}).map(([name, below]) => [name, one(below)])),
      ];
    }),
  );
}

/**
 * A schema with its keywords in the order of KEYWORDS, so that the output does not depend on the order in the document.
 */
export function orderKeywords(keywords: ReadonlyMap<string, Json> | JsonObject): JsonObject {
  const found = keywords instanceof Map ? keywords : new Map(Object.entries(keywords));
  const entries: [string, Json][] = [];
  for (const keyword of KEYWORDS.keys()) {
    const value = found.get(keyword);
    if (value !== undefined) entries.push([keyword, value]);
  }
  return Object.fromEntries(entries);
}
