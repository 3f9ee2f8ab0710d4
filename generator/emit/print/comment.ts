const width = 116;

/** Lines of text for a block comment: nothing in them can close it, be invisible, or be read as a JSDoc tag. */
export function cleanComment(text: string): string[] {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(/(?![\n\t])[\p{Cc}\p{Cf}]/gu, "")
    .replaceAll("*/", "* /")
    .split("\n")
    .map((line) => line.trim().replace(/(^|\s)@(?=[A-Za-z])/g, "$1\\@"))
    .filter((line, index, lines) => line !== "" || (index > 0 && lines[index - 1] !== ""));
}

/**
 * The lines of a JSDoc comment, wrapped.
 *
 * @param remarks - last paragraph, already cleaned
 */
export function commentLines(text: string, indent = 0, remarks?: string): string[] {
  const lines = wrap(cleanComment(text), width - indent);
  while (lines.at(-1) === "") lines.pop();
  if (remarks !== undefined) lines.push(...(lines.length > 0 ? [""] : []), `@remarks ${remarks}`);
  return lines;
}

/** A JSDoc comment with its line break; nothing for an empty text. */
export function printComment(text: string, indent = 0, remarks?: string): string {
  const pad = " ".repeat(indent);
  const [only, ...more] = commentLines(text, indent, remarks);
  if (only === undefined) return "";
  if (more.length === 0) return `${pad}/** ${only} */\n`;
  const body = [only, ...more].map((line) => `${pad} *${line === "" ? "" : ` ${line}`}\n`).join("");
  return `${pad}/**\n${body}${pad} */\n`;
}

function wrap(lines: readonly string[], columns: number): string[] {
  return lines.flatMap((line) => {
    const wrapped = [""];
    for (const word of line.split(/\s+/)) {
      const last = wrapped.at(-1) ?? "";
      if (last !== "" && last.length + 1 + word.length > columns) wrapped.push(word);
      else wrapped[wrapped.length - 1] = last === "" ? word : `${last} ${word}`;
    }
    return wrapped;
  });
}

/**
 * A JSDoc comment as a structure holds it; none for an empty text.
 *
 * @param remarks - last paragraph, already cleaned
 */
export function buildDocs(text: string, indent = 0, remarks?: string): { readonly description: string }[] {
  const lines = commentLines(text, indent, remarks);
  if (lines.length === 0) return [];
  // A leading line break makes it a comment of several lines.
  return [{ description: lines.length === 1 ? lines.join("") : `\n${lines.join("\n")}` }];
}
