import type { Json } from "../../shared/json.js";
import { ANNOTATIONS } from "../../shared/keywords.js";
import { compareText } from "../../shared/order.js";
import { defName } from "../../shared/ref.js";
import { mapSchema, orderKeywords, visitBelow } from "../../shared/walk-schema.js";
import type { JsonSchema } from "../types.js";
import { findRecursive } from "./find-recursive.js";
import { listRefs } from "./list-refs.js";
import { mergeParts } from "./merge-parts.js";

/** Limit of inlining: definitions that use each other twice would double at every step. */
const MAX_INLINED_NODES = 1000;

/** A definition this short is not longer than a reference to it. */
const TINY = 60;

/**
 * A self-contained schema: references are replaced by their definitions, or kept with these under its own `$defs`.
 * `input` (for models) keeps only what recurs; `checked` (for validators) also keeps what is used twice;
 * `output` does that too, and drops descriptions and defaults.
 */
export function assembleSchema(
  schema: JsonSchema,
  defs: ReadonlyMap<string, JsonSchema>,
  purpose: "input" | "checked" | "output",
): JsonSchema {
  const edges = new Map<string, readonly string[]>();
  const uses = new Map<string, number>();
  const waiting = [...listRefs(schema)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    uses.set(name, (uses.get(name) ?? 0) + 1);
    if (edges.has(name)) continue;
    const refs = listRefs(defs.get(name) ?? {});
    edges.set(name, refs);
    waiting.push(...refs);
  }
  if (edges.size === 0) return finish(schema);
  const recursive = findRecursive(edges);
  const large = purpose === "input" ? findLarge(edges, defs, recursive) : undefined;
  const keeps = (name: string): boolean => {
    if (recursive.has(name)) return true;
    if ((uses.get(name) ?? 0) < 2) return false;
    if (large !== undefined) return large.has(name);
    // A short one that refers to others is only short until they are in it.
    return edges.get(name)?.length !== 0 || JSON.stringify(defs.get(name)).length > TINY;
  };

  function finish(part: JsonSchema): JsonSchema {
    const { $ref, ...beside } = strip(part);
    const below = mapSchema(beside, finish);
    const name = defName(part);
    if ($ref === undefined || name === undefined) return mergeParts(below);
    if (keeps(name)) return orderKeywords({ $ref, ...below });
    return joinBeside(finish(defs.get(name) ?? {}), below);
  }
  function strip(part: JsonSchema): JsonSchema {
    if (purpose !== "output" || ![...ANNOTATIONS].some((keyword) => keyword in part)) return part;
    return Object.fromEntries(Object.entries(part).filter(([keyword]) => !ANNOTATIONS.has(keyword)));
  }

  const root = finish(schema);
  const kept = [...edges.keys()].filter(keeps).sort(compareText);
  if (kept.length === 0) return root;
  const $defs = Object.fromEntries(kept.map((name): [string, Json] => [name, finish(defs.get(name) ?? {})]));
  return orderKeywords({ ...root, $defs });
}

/** Keywords beside a reference are more specific than the definition, so their annotations win. */
function joinBeside(base: JsonSchema, beside: JsonSchema): JsonSchema {
  const clash = Object.keys(beside).some((keyword) => keyword in base && !ANNOTATIONS.has(keyword));
  if (!clash && !("$ref" in base && hasRules(beside))) return orderKeywords({ ...base, ...beside });
  return orderKeywords({ ...beside, allOf: [base, ...((beside.allOf as readonly Json[] | undefined) ?? [])] });
}

function hasRules(schema: JsonSchema): boolean {
  return Object.keys(schema).some((keyword) => !ANNOTATIONS.has(keyword));
}

function findLarge(
  edges: ReadonlyMap<string, readonly string[]>,
  defs: ReadonlyMap<string, JsonSchema>,
  recursive: ReadonlySet<string>,
): ReadonlySet<string> {
  const sizes = new Map<string, number>();
  const sizeOf = (name: string): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    let size = countNodes(defs.get(name) ?? {});
    for (const ref of edges.get(name) ?? []) size += recursive.has(ref) ? 1 : sizeOf(ref);
    sizes.set(name, size);
    return size;
  };
  return new Set([...edges.keys()].filter((name) => !recursive.has(name) && sizeOf(name) > MAX_INLINED_NODES));
}

function countNodes(schema: JsonSchema): number {
  let count = 1;
  visitBelow(schema, (below) => {
    count += countNodes(below);
  });
  return count;
}
