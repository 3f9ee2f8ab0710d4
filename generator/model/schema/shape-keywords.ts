import { asList, asObject, type Json } from "../../shared/json.js";
import type { JsonSchema } from "../types.js";
import { readTypes } from "./read-types.js";

/** Adds the schemas of a combining keyword, each once; where it is there already, both must be met. */
export function addParts(keywords: Map<string, Json>, keyword: string, all: readonly JsonSchema[]): void {
  const distinct = new Map(all.map((part) => [JSON.stringify(part), part]));
  const parts = keyword === "oneOf" ? all : [...distinct.values()];
  const before = asList(keywords.get(keyword));
  if (keyword === "allOf" || before.length === 0) keywords.set(keyword, [...before, ...parts]);
  else keywords.set("allOf", [...asList(keywords.get("allOf")), { [keyword]: parts }]);
}

/** Closes a schema and its parts around the names of all of them. */
export function closeTogether(
  keywords: Map<string, Json>,
  names: ReadonlySet<string> | undefined,
  gone: ReadonlySet<string>,
): void {
  if (names === undefined) return;
  const own = asObject(keywords.get("properties")) ?? {};
  const others = [...names].filter((name) => !gone.has(name) && !Object.hasOwn(own, name)).sort();
  keywords.set("type", keywords.get("type") ?? "object");
  keywords.set("properties", { ...own, ...Object.fromEntries(others.map((name) => [name, {}])) });
  keywords.set("additionalProperties", false);
}

/**
 * Every list says what its items are, since providers refuse one that does not; the end of a tuple is its `maxItems`, which
 * more of them understand than `items: false`.
 */
export function completeItems(keywords: Map<string, Json>): void {
  if (!readTypes(keywords.get("type")).includes("array") && !keywords.has("prefixItems")) return;
  const items = asObject(keywords.get("items"));
  const prefix = asList(keywords.get("prefixItems"));
  if (items === undefined) keywords.set("items", {});
  else if (prefix.length > 0 && JSON.stringify(items) === '{"not":{}}') {
    const most = keywords.get("maxItems");
    keywords.set("maxItems", typeof most === "number" ? Math.min(most, prefix.length) : prefix.length);
    keywords.set("items", {});
  }
}
