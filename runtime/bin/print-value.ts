const deepest = 12;

/**
 * A value for a person to read, one line per field; text of several lines stands below its field. Safe to show on a
 * terminal, whatever a service returns.
 */
export function printValue(value: unknown, indent: string = ""): string {
  if (value === null || typeof value !== "object") return `${printLines(value, indent)}\n`;
  if (indent.length > deepest * 2) return `${indent}${printText(JSON.stringify(value))}\n`;
  const entries = Object.entries(value);
  const isList = Array.isArray(value);
  if (!entries[0]) return `${indent}${isList ? "(none)" : "(empty)"}\n`;
  return entries
    .map(([key, each]) => {
      const inner = printValue(each, `${indent}  `);
      const rest = inner.slice(indent.length + 2);
      if (isList) return `${indent}- ${rest}`;
      const short = each === null || typeof each !== "object" ? !/\n./s.test(String(each)) : !Object.keys(each)[0];
      return short ? `${indent}${printText(key)}: ${rest}` : `${indent}${printText(key)}:\n${inner}`;
    })
    .join("");
}

/** Safe text that keeps its lines and tabs, each line indented, without the break at its end. */
export function printLines(value: unknown, indent: string = ""): string {
  return String(value)
    .replace(/\r?\n$/, "")
    .split("\n")
    .map((line) => indent + escapeUnsafe(line, /(?!\t|\r$)[\p{C}\u2028\u2029]/gu))
    .join("\n");
}

/** One safe line: control, bidirectional and invisible characters are escaped, so that none reaches the terminal. */
export function printText(value: unknown): string {
  return escapeUnsafe(String(value), /[\p{C}\u2028\u2029]/gu);
}

function escapeUnsafe(text: string, unsafe: RegExp): string {
  return text.replace(unsafe, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
}
