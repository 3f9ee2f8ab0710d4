/** Control and format characters (what rings, hides or reorders), line separators, lone surrogates. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Text of an input as it may stand on a terminal: what could move the cursor or deceive a reader is spelled out. */
export function escapeText(text: string): string {
  return text.replace(UNSAFE, (character) => character.split("").map(escapeUnit).join(""));
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
