import { asList, asObject, type Json, type JsonObject } from "../../shared/json.js";
import { readMethods } from "../operations/read-methods.js";

/**
 * The servers of a document. Some documents list them at each path instead: where every operation has its own and the
 * document none, they are those that most operations have.
 */
export function listServers(document: JsonObject): readonly Json[] {
  const shared = asList(document.servers);
  if (shared.length > 0) return shared;
  const counts = new Map<string, number>();
  for (const item of Object.values(asObject(document.paths) ?? {})) {
    for (const { raw } of readMethods(asObject(item) ?? {})) {
      const own = asList(raw.servers);
      const list = JSON.stringify(own.length > 0 ? own : asList(asObject(item)?.servers));
      counts.set(list, (counts.get(list) ?? 0) + 1);
    }
  }
  const [[most] = ["[]"]] = [...counts].sort(([, a], [, b]) => b - a);
  return counts.has("[]") ? [] : (JSON.parse(most) as readonly Json[]);
}
