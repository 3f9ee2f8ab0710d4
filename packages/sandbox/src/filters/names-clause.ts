import { type Filter, isFilter } from "./types.js";

/** Whether a filter has a clause on a field, at any depth. The contents of a clause are ignored. */
export function namesClause(filter: Filter, field: string): boolean {
  return Object.entries(filter).some(([key, value]) => {
    if (key === field) return true;
    if (key !== "AND" && key !== "OR" && key !== "NOT") return false;
    const branches = Array.isArray(value) ? value : [value];
    return branches.some((branch) => isFilter(branch) && namesClause(branch, field));
  });
}
