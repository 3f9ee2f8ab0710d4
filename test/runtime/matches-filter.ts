/** A memory as far as bindings are concerned. */
export type Item = Readonly<Record<string, unknown>>;

/**
 * Whether a memory passes a filter, as the service would decide it. Where its documents leave room, the reading that
 * lets more through: an empty list of branches holds, `*` is everybody, conditions that are not understood hold.
 */
export function matchesFilter(filter: unknown, item: Item): boolean {
  if (!filter || typeof filter !== "object") return true;
  return Object.entries(filter).every(([key, value]) => {
    const branches: unknown[] = Array.isArray(value) ? value : [value];
    if (key === "AND") return branches.every((each) => matchesFilter(each, item));
    if (key === "OR") return !branches.length || branches.some((each) => matchesFilter(each, item));
    if (key === "NOT") return !branches.length || branches.some((each) => !matchesFilter(each, item));
    return !key.endsWith("_id") || matchesCondition(value, item[key]);
  });
}

function matchesCondition(condition: unknown, found: unknown): boolean {
  if (!condition || typeof condition !== "object") return condition === "*" || condition === found;
  return Object.entries(condition).every(([operator, value]) => {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    if (operator === "eq" || operator === "in") return values.includes("*") || values.includes(found);
    return operator === "ne" ? !values.includes(found) : true;
  });
}
