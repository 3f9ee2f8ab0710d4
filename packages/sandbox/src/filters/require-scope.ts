import { ApiError, type ErrorForm } from "../http/api-error.js";
import { isScopeId } from "../state/scope.js";
import { FILTER_DEPTH, type Filter, isFilter } from "./types.js";

/** Rejects a filter that does not match an entity id outside NOT and in every branch of an OR. */
export function requireScope(filters: unknown, form?: ErrorForm): Filter {
  if (isFilter(filters) && isScoped(filters, 0)) return filters;
  const message = "At least one of the filters user_id, agent_id, app_id, run_id is required!";
  throw new ApiError(400, message, "filters", form);
}

function isScoped(filter: Filter, depth: number): boolean {
  if (depth > FILTER_DEPTH) return false;
  const isScopedFilter = (value: unknown): boolean => isFilter(value) && isScoped(value, depth + 1);
  return Object.entries(filter).some(([key, value]) => {
    if (isScopeId(key)) return value !== null && !(isFilter(value) && Object.hasOwn(value, "ne"));
    if (key === "AND") return Array.isArray(value) && value.some(isScopedFilter);
    // An OR at the same level as an AND is dropped, so it does not limit the scope.
    if (key !== "OR" || Object.hasOwn(filter, "AND")) return false;
    return Array.isArray(value) && value.length > 0 && value.every(isScopedFilter);
  });
}
