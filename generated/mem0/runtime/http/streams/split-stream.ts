import { parseJson } from "../../parse-json.js";

/** A new parser for one stream: takes the next piece of text, and returns the items that it completes. */
export type OpenParser = () => (text: string, last: boolean) => readonly unknown[];

/**
 * Cuts text that arrives in pieces at a separator. Waits with what follows the last one, in constant time for each piece.
 * The end counts as a separator.
 */
export function createSplitter(separator: RegExp | string): (text: string, last: boolean) => readonly string[] {
  let rest = "";
  return (text, last) => {
    const whole = rest + text;
    if (last) return `${whole}\n`.split(separator);
    // Only the new piece is looked at: what waits would be read again with each piece.
    const parts = text.split(separator).length > 1 ? whole.split(separator) : [whole];
    rest = parts.pop() ?? "";
    return parts;
  };
}

/** JSON where it is JSON, else text. */
export function parseValue(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}
