import { isObject, type MutableObject, ownValue } from "../shared/json.js";
import type { Overrides } from "./overrides.js";

/** Whether a place is in an operation that the overrides hide, so that nobody needs to hear of it. */
export function createHiddenTest(
  document: MutableObject,
  { hidden = {} }: Overrides,
): (path: readonly string[]) => boolean {
  // An overrides file that is wrong itself is refused later.
  const refs = new Set(isObject(hidden) ? Object.keys(hidden) : []);
  if (refs.size === 0) return () => false;
  return ([top, path = "", field = "", ...rest]) => {
    if (top !== "paths" || rest.length === 0) return false;
    const found = ownValue(ownValue(ownValue(document, top), path), field);
    const isOther = field === "additionalOperations";
    const [method = ""] = isOther ? rest : [field.toUpperCase()];
    const id = ownValue(isOther ? ownValue(found, method) : found, "operationId");
    return refs.has(`${method} ${path}`) || (typeof id === "string" && refs.has(id));
  };
}
