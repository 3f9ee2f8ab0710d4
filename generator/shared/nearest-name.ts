import { createRequire } from "node:module";

// Required, since its default export looks different to an import and to the command's one file.
const { default: leven } = createRequire(import.meta.url)("leven") as typeof import("leven");

/** The known name that a person most likely meant, if one is close enough to suggest. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  // A longer text is not a typo, and computing the distance takes time proportional to the product of both lengths.
  if (name.length > 200) return undefined;
  let best: { readonly name: string; readonly distance: number } | undefined;
  // Sorted, so that the order of the document does not decide between two equally close names.
  for (const candidate of [...known].sort()) {
    const most = Math.max(2, Math.ceil(Math.max(name.length, candidate.length) / 3));
    if (Math.abs(candidate.length - name.length) > most) continue;
    const distance = leven(name.toLowerCase(), candidate.toLowerCase());
    if (distance <= most && (best === undefined || distance < best.distance)) best = { name: candidate, distance };
  }
  return best?.name;
}

/** The fix for a misspelt name: the nearest one, else all names if there are few, else `otherwise`. */
export function suggestName(name: string, known: Iterable<string>, otherwise: string): string {
  const names = [...known];
  const near = nearestName(name, names);
  if (near !== undefined) return `Write "${near}", or ${otherwise}.`;
  if (names.length > 0 && names.length <= 12) return `Use one of ${[...names].sort().join(", ")}, or ${otherwise}.`;
  return `${otherwise.charAt(0).toUpperCase()}${otherwise.slice(1)}.`;
}
