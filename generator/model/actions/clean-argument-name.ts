import { shortHash } from "../../shared/hash.js";
import { isArgumentName } from "../is-argument-name.js";

/** The argument for a wire name: the name itself where it may be one, else its words: `filter[name]` -> `filter_name`. */
export function cleanArgumentName(wireName: string): string {
  if (isArgumentName(wireName)) return wireName;
  const words = wireName.replace(/[^A-Za-z0-9_]+/g, "_").replace(/^_+|_+$/g, "");
  const start = /^[A-Za-z]/.test(words) ? words : `value_${words || shortHash(wireName, 6)}`;
  const cut = start.length > 64 ? `${start.slice(0, 55)}_${shortHash(wireName)}` : start;
  return isArgumentName(cut) ? cut : `${cut}_`;
}
