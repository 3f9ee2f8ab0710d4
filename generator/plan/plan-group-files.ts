import { planFileCandidates } from "./plan-file-candidates.js";
import { planNames } from "./plan-names.js";
import { reservedFiles } from "./reserved-names.js";

/** The base name of each group's files. `openapi` is taken by the wire types. */
export function planGroupFiles(groups: readonly string[]): ReadonlyMap<string, string> {
  return planNames(
    [...new Set(groups)].map((group) => ({ id: group, candidates: planFileCandidates(group) })),
    new Set([...reservedFiles, "openapi"]),
    (name) => name.toLowerCase(),
  );
}
