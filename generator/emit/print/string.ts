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

/** A property name in an object literal or an interface: bare where it can be. */
export function printKey(name: string): string {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) && name !== "__proto__" ? name : printString(name);
}

/**
 * Prints a planned name. Names use a closed alphabet; anything else is rejected here.
 */
export function printIdentifier(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new Error(`Not an identifier: ${JSON.stringify(name)}`);
  return name;
}
