import { shortHash } from "../../shared/hash.js";
import type { Operation } from "../operations/types.js";
import { snakeName } from "../snake-name.js";
import { shortenName } from "./shorten-name.js";

/**
 * Tool names for operations that the overrides do not list: the words of the operationId, else method and path. Where
 * several want the same name, all of them add what their paths have and the name has not, and at last a hash, so that the
 * order does not decide which keeps the plain name.
 */
export function deriveNames(
  operations: readonly Operation[],
  taken: ReadonlySet<string>,
  limit: number,
): ReadonlyMap<Operation, string> {
  const names = new Map<Operation, string>();
  const used = new Set(taken);
  let open = operations;
  for (let round = 0; open.length > 0; round += 1) {
    const wanted = open.map((operation) => ({ operation, name: candidate(operation, round, limit) }));
    const counts = new Map<string, number>();
    for (const { name } of wanted) counts.set(name, (counts.get(name) ?? 0) + 1);
    const free = ({ name }: { readonly name: string }): boolean => counts.get(name) === 1 && !used.has(name);
    for (const each of wanted) if (free(each)) names.set(each.operation, each.name);
    open = wanted.filter((each) => !free(each)).map(({ operation }) => operation);
    for (const name of counts.keys()) used.add(name);
  }
  return names;
}

/** The name that an operation wants in a round: plain, with words of its path, then with a hash that gets longer. */
function candidate(operation: Operation, round: number, limit: number): string {
  const plain = plainName(operation, limit);
  if (round === 0) return shortenName(plain, limit);
  if (round === 1) {
    const words = new Set(plain.split("_"));
    const more = pathName(operation)
      .split("_")
      .filter((word) => !words.has(word));
    return shortenName([plain, ...more].join("_"), limit);
  }
  const length = 4 + 2 * round;
  const hash = shortHash(`${operation.method} ${operation.path}`, length);
  return `${shortenName(plain, Math.max(1, limit - length - 1))}_${hash}`;
}

function plainName(operation: Operation, limit: number): string {
  const whole = snakeName(withoutPath(operation)) || pathName(operation);
  const name = whole.length > limit && whole === pathName(operation) ? pathName(operation, true) : whole;
  return /^[a-z]/.test(name) ? name : `call_${name}`;
}

/** Some frameworks append path and method to the name of a function: `read_item_items__item_id__get`. */
function withoutPath({ operationId = "", path, method }: Operation): string {
  const suffix = `${path}_${method.toLowerCase()}`.replace(/\W/g, "_");
  return operationId.endsWith(suffix) ? operationId.slice(0, -suffix.length) || operationId : operationId;
}

/** `GET /pets/{id}` -> `get_pets_by_id`; `short` leaves out the parameters of what is outside: `/users/{id}/pets/{name}`. */
function pathName({ method, path }: Operation, short = false): string {
  const segments = path.split("/");
  const last = segments.findLastIndex((segment) => segment !== "" && !segment.startsWith("{"));
  const kept = short ? segments.filter((segment, index) => index > last || !segment.startsWith("{")) : segments;
  const words = kept.join("/").replace(/\{([^{}]*)\}/g, "/by/$1");
  return snakeName(`${method.toLowerCase()}/${words}`);
}
