const deepest = 12;

/** A value for a person to read, one line per field. Safe to show on a terminal, whatever a service returns. */
export function printValue(value: unknown, indent: string = ""): string {
  if (value === null || typeof value !== "object") return `${indent}${printText(value)}\n`;
  if (indent.length > deepest * 2) return `${indent}${printText(JSON.stringify(value))}\n`;
  const entries = Object.entries(value);
  const isList = Array.isArray(value);
  if (!entries[0]) return `${indent}${isList ? "(none)" : "(empty)"}\n`;
  return entries
    .map(([key, each]) => {
      const inner = printValue(each, `${indent}  `);
      if (isList) return `${indent}- ${inner.slice(indent.length + 2)}`;
      const short = each === null || typeof each !== "object" || !Object.keys(each)[0];
      return short ? `${indent}${printText(key)}: ${inner.trimStart()}` : `${indent}${printText(key)}:\n${inner}`;
    })
    .join("");
}

/** One safe line: control, bidirectional and invisible characters are escaped, so that none reaches the terminal. */
export function printText(value: unknown): string {
  return String(value).replace(
    /[\p{C}\u2028\u2029]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}
