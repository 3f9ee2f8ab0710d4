import { nearestName } from "../shared/nearest-name.js";

/** What to do about an unknown name: the nearest known one, else the first few of them. */
export function suggest(name: string, known: readonly string[], label: string): string {
  const near = nearestName(name, known);
  if (near !== undefined) return `Did you mean "${near}"?`;
  const some = known.slice(0, 10).join(", ");
  return `${label} ${some}${known.length > 10 ? ", ..." : ""}.`;
}
