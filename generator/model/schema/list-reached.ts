import type { JsonSchema } from "../types.js";
import { listRefs } from "./list-refs.js";

/** Names of all definitions that some schemas reach, directly or through others. */
export function listReached(
  schemas: readonly JsonSchema[],
  defs: ReadonlyMap<string, JsonSchema>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = schemas.flatMap(listRefs);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    waiting.push(...listRefs(defs.get(name) ?? {}));
  }
  return reached;
}
