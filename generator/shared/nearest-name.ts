import { nearestName } from "../../runtime/nearest-name.js";

export { nearestName };

/** The fix for a misspelled name: the closest match, or all names if there are few, or only `otherwise`. */
export function suggestName(name: string, known: Iterable<string>, otherwise: string): string {
  const names = [...known];
  const near = nearestName(name, names);
  if (near !== undefined) return `Write "${near}", or ${otherwise}.`;
  if (names.length > 0 && names.length <= 12) return `Use one of ${[...names].sort().join(", ")}, or ${otherwise}.`;
  return `${otherwise.charAt(0).toUpperCase()}${otherwise.slice(1)}.`;
}
