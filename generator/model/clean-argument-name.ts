import { shortHash } from "../shared/hash.js";

const PATTERN = /^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/;

/** Signs that tell two names apart, as words: `StartTime>` and `StartTime<` are two parameters. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/<=/g, "_lte_"],
  [/>=/g, "_gte_"],
  [/!=|<>/g, "_ne_"],
  [/</g, "_lt_"],
  [/>/g, "_gt_"],
  [/==?/g, "_eq_"],
  [/!/g, "_not_"],
  [/\+/g, "_plus_"],
  [/^-(?=.)/g, "minus_"],
];

/** Whether a name can be an argument: every model API accepts it as a property, and no object inherits it. */
export function isArgumentName(name: string): boolean {
  return PATTERN.test(name) && !(name in Object.prototype);
}

/** The argument for a wire name: the wire name if it is valid, otherwise its words: `filter[name]` -> `filter_name`. */
export function cleanArgumentName(wireName: string): string {
  if (isArgumentName(wireName)) return wireName;
  const told = SIGNS.reduce((text, [sign, word]) => text.replace(sign, word), wireName);
  const words = told.replace(/[^A-Za-z0-9]+/g, "_").replace(/^_|_$/g, "");
  const start = /^[A-Za-z]/.test(words) ? words : `value_${words || shortHash(wireName, 6)}`;
  const cut = start.length > 64 ? `${start.slice(0, 55)}_${shortHash(wireName)}` : start;
  return isArgumentName(cut) ? cut : `${cut}_`;
}

/** Whether an argument says by itself how it is sent: only brackets, separators and a first sign are cut from the wire name. */
export function tellsWireName(name: string, wireName: string): boolean {
  const bare = (text: string): string => text.replace(/^[$@#]|[[\](){}.:,;|/\\\s_-]/g, "");
  return bare(name) === bare(wireName);
}
