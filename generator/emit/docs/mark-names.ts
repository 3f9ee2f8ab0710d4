import { splitCode } from "../print/split-code.js";

/**
 * Puts backticks around the tools and arguments that a text names, since text written for a model has none.
 * Marks only names with an underscore: any other may be an ordinary word.
 */
export function markNames(text: string, names: ReadonlySet<string>): string {
  return splitCode(text)
    .map((part) => (part.code ? `\`${part.text}\`` : part.text.replace(/\w+/g, (word) => markWord(word, names))))
    .join("");
}

function markWord(word: string, names: ReadonlySet<string>): string {
  return word.includes("_") && names.has(word) ? `\`${word}\`` : word;
}
