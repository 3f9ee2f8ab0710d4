import { splitCode } from "../print/split-code.js";

/**
 * Puts backticks around the tools and arguments that a text names, since text written for a model goes without.
 * Only names with an underscore: any other may be a word of the language.
 */
export function markNames(text: string, names: ReadonlySet<string>): string {
  return splitCode(text)
    .map((part) => (part.code ? `\`${part.text}\`` : part.text.replace(/\w+/g, (word) => markWord(word, names))))
    .join("");
}

function markWord(word: string, names: ReadonlySet<string>): string {
  return word.includes("_") && names.has(word) ? `\`${word}\`` : word;
}
