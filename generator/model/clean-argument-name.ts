import { shortHash } from "../shared/hash.js";

const PATTERN = /^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/;

/** Whether a name can be an argument: every model API accepts it as a property, and no object inherits it. */
export function isArgumentName(name: string): boolean {
  return PATTERN.test(name) && !(name in Object.prototype);
}

/** The argument for a wire name: the wire name if it is valid, otherwise its words: `filter[name]` -> `filter_name`. */
export function cleanArgumentName(wireName: string): string {
  if (isArgumentName(wireName)) return wireName;
  const words = wireName.replace(/[^A-Za-z0-9_]+/g, "_").replace(/^_+|_+$/g, "");
  const start = /^[A-Za-z]/.test(words) ? words : `value_${words || shortHash(wireName, 6)}`;
  const cut = start.length > 64 ? `${start.slice(0, 55)}_${shortHash(wireName)}` : start;
  return isArgumentName(cut) ? cut : `${cut}_`;
}
