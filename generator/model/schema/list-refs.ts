import { defName } from "../../shared/ref.js";
import { visitBelow } from "../../shared/walk-schema.js";
import type { JsonSchema } from "../types.js";

const known = new WeakMap<JsonSchema, readonly string[]>();

/** Names of the definitions that a schema refers to, once for each reference. */
export function listRefs(schema: JsonSchema): readonly string[] {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const names: string[] = [];
  const visit = (part: JsonSchema): void => {
    const name = defName(part);
    if (name !== undefined) names.push(name);
    visitBelow(part, visit);
  };
  visit(schema);
  known.set(schema, names);
  return names;
}

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

/** The names of all definitions, those that one refers to before it where they are not recursive. */
export function listInOrder(defs: ReadonlyMap<string, JsonSchema>): readonly string[] {
  const order = new Set<string>();
  const entered = new Set<string>();
  // With a stack of its own: a document may chain references deeper than the call stack.
  const waiting = [...defs.keys()];
  for (let name = waiting.at(-1); name !== undefined; name = waiting.at(-1)) {
    const open = entered.has(name) ? [] : listRefs(defs.get(name) ?? {}).filter((ref) => !entered.has(ref));
    entered.add(name);
    if (open.length > 0) waiting.push(...open);
    else order.add(waiting.pop() as string);
  }
  return [...order];
}
