import { splitWords } from "./split-words.js";

/** Base names for a file: lower case, letters, digits, `_` and `-`, short enough for every file system. */
export function planFileCandidates(name: string): string[] {
  const plain = name.toLowerCase();
  const clean = /^[a-z0-9][a-z0-9_-]*$/.test(plain) ? plain : splitWords(name).join("-");
  return [(clean === "" ? "unnamed" : clean).slice(0, 80)];
}
