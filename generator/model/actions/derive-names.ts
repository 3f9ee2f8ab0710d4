import { shortHash } from "../../shared/hash.js";
import type { Operation } from "../operations/types.js";
import { snakeName } from "../snake-name.js";

/**
 * Tool names for operations that the overrides do not list: the words of the operationId, else method and path.
 * Every name of a collision gets its own suffix, so that the order does not decide which keeps the plain name.
 */
export function deriveNames(
  operations: readonly Operation[],
  taken: ReadonlySet<string>,
  limit: number,
): ReadonlyMap<Operation, string> {
  const wanted = new Map(operations.map((operation) => [operation, plainName(operation, limit)]));
  const counts = new Map<string, number>();
  for (const name of wanted.values()) counts.set(name, (counts.get(name) ?? 0) + 1);

  const names = new Map<Operation, string>();
  const used = new Set([...taken, ...[...counts].filter(([, count]) => count === 1).map(([name]) => name)]);
  for (const [operation, name] of wanted) {
    if (counts.get(name) === 1 && !taken.has(name)) {
      names.set(operation, name);
      continue;
    }
    let length = 6;
    let suffixed = suffix(name, operation, limit, length);
    while (used.has(suffixed) && length < 32) {
      length += 2;
      suffixed = suffix(name, operation, limit, length);
    }
    used.add(suffixed);
    names.set(operation, suffixed);
  }
  return names;
}

function plainName(operation: Operation, limit: number): string {
  const name = snakeName(operation.operationId ?? "") || pathName(operation);
  const start = /^[a-z]/.test(name) ? name : `call_${name}`;
  return start.length <= limit ? start : suffix(start, operation, limit, 6);
}

/** `GET /pets/{id}` -> `get_pets_by_id` */
function pathName({ method, path }: Operation): string {
  const words = path.replace(/\{([^{}]*)\}/g, "/by/$1");
  return snakeName(`${method.toLowerCase()}/${words}`);
}

function suffix(name: string, { method, path }: Operation, limit: number, length: number): string {
  const hash = shortHash(`${method} ${path}`, length);
  return `${name.slice(0, Math.max(1, limit - length - 1)).replace(/_+$/, "")}_${hash}`;
}
