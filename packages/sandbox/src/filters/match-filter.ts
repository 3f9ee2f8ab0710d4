import { ApiError } from "../http/api-error.js";
import { matchClause } from "./match-clause.js";
import { FILTER_DEPTH, type Filter, isFilter, type MemoryTest } from "./types.js";

/**
 * Compiles a filter of the v2 and v3 operations.
 * Keys at the same level are combined with AND; a filter with both AND and OR at one level loses its OR branch, as in
 * the service.
 */
export function matchFilter(filter: Filter, depth: number = 0): MemoryTest {
  if (depth > FILTER_DEPTH) throw new ApiError(400, "filters: nested too deeply", "filters");
  const tests = Object.entries(filter).flatMap(([key, value]): MemoryTest[] => {
    if (key === "OR" && Object.hasOwn(filter, "AND")) return [];
    switch (key) {
      case "AND": {
        const all = branches(key, value, depth);
        return [(memory) => all.every((test) => test(memory))];
      }
      case "OR": {
        const some = branches(key, value, depth);
        return [(memory) => some.some((test) => test(memory))];
      }
      case "NOT": {
        const none = branches(key, Array.isArray(value) ? value : [value], depth);
        return [(memory) => !none.some((test) => test(memory))];
      }
      default:
        return [matchClause(key, value)];
    }
  });
  return (memory) => tests.every((test) => test(memory));
}

function branches(key: string, value: unknown, depth: number): MemoryTest[] {
  if (!Array.isArray(value) || !value.every(isFilter)) {
    throw new ApiError(400, `${key} requires a list of filters.`, "filters");
  }
  return value.map((branch) => matchFilter(branch, depth + 1));
}
