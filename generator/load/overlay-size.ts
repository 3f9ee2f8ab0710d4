import { isObject, type MutableJson } from "../shared/json.js";
import { limits } from "./limits.js";
import type { OverlayAction } from "./read-overlay.js";

/**
 * Follows how large a document may become while an overlay is applied to it: an update is copied to every place that its
 * target matches, and the next action may match what was copied. Returns what an action would exceed, before it does.
 */
export function createSizeWatch(
  document: MutableJson,
): (action: OverlayAction, paths: readonly (readonly string[])[]) => { code: string; message: string } | undefined {
  let nodes = measure(document).nodes;
  return ({ change }, paths) => {
    if (change.kind === "remove") return undefined;
    const added = measure(change.value);
    nodes += added.nodes * paths.length;
    const deepest = paths.reduce((depth, path) => Math.max(depth, path.length), 0) + added.depth;
    if (nodes > limits.nodes) return { code: "too-many-values", message: `more than ${limits.nodes} values` };
    if (deepest > limits.depth) return { code: "too-deep", message: `more than ${limits.depth} levels` };
    return undefined;
  };
}

/** Parsers limit the depth, so that recursion ends. */
function measure(value: MutableJson): { readonly nodes: number; readonly depth: number } {
  let nodes = 1;
  let depth = 0;
  const children = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  for (const child of children) {
    const below = measure(child);
    nodes += below.nodes;
    depth = Math.max(depth, below.depth);
  }
  return { nodes, depth: depth + 1 };
}
