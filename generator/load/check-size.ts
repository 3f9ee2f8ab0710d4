import type { MutableJson } from "../shared/json.js";
import { limits } from "./limits.js";

/** Returns which limit a value exceeds, and at which path. */
export function checkSize(
  value: MutableJson,
): { readonly code: string; readonly message: string; readonly path: readonly string[] } | undefined {
  const path: string[] = [];
  let nodes = 0;
  let found: { readonly code: string; readonly message: string } | undefined;

  const visit = (child: MutableJson): boolean => {
    nodes += 1;
    if (nodes > limits.nodes) {
      found = { code: "too-many-values", message: `has more than ${limits.nodes} values` };
    } else if (path.length >= limits.depth) {
      found = { code: "too-deep", message: `is nested more than ${limits.depth} levels deep` };
    }
    if (found !== undefined) {
      return false;
    }
    if (typeof child !== "object" || child === null) {
      return true;
    }
    for (const key of Object.keys(child)) {
      path.push(key);
      if (!visit((child as Record<string, MutableJson>)[key] ?? null)) {
        return false;
      }
      path.pop();
    }
    return true;
  };

  visit(value);
  return found === undefined ? undefined : { ...found, path: path.slice(0, 8) };
}
