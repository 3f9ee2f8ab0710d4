/** Text as a string literal in double quotes; nothing in it can end the literal or the line. */
export function printString(text: string): string {
  return escapeHidden(JSON.stringify(text));
}

/** Line separators and characters that do not show, inside literals that are already quoted. */
export function escapeHidden(text: string): string {
  return text.replace(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
