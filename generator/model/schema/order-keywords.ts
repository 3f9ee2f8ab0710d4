import type { Json } from "../../shared/json.js";
import { KEYWORDS } from "../../shared/keywords.js";
import type { JsonSchema } from "../types.js";

/** A schema with its keywords in the one order of KEYWORDS, so that the order of the document shows nowhere. */
export function orderKeywords(keywords: ReadonlyMap<string, Json> | JsonSchema): JsonSchema {
  const found = keywords instanceof Map ? keywords : new Map(Object.entries(keywords));
  const entries: [string, Json][] = [];
  for (const keyword of KEYWORDS.keys()) {
    const value = found.get(keyword);
    if (value !== undefined) entries.push([keyword, value]);
  }
  return Object.fromEntries(entries);
}
