const LIST_OR_BLOCK = /^\s*(?:[-*+>|#]|\d+[.)]|```)/;

/** Text of a document as a person reads it: lines of a paragraph joined, at most `limit` characters, cut between words. */
export function cleanText(text: string, limit: number): string {
  const paragraphs = text
    .trim()
    .split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/)
    .map((paragraph) => joinLines(paragraph.split(/\r?\n/)))
    .filter((paragraph) => paragraph !== "");
  const whole = paragraphs.join("\n");
  if (whole.length <= limit) return whole;
  const room = whole.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "");
  const space = room.search(/\s\S*$/);
  return `${room.slice(0, space > limit / 2 ? space : undefined).trimEnd()}…`;
}

function joinLines(lines: readonly string[]): string {
  let text = "";
  for (const line of lines) {
    const said = line.trim().replace(/[ \t]+/g, " ");
    if (said === "") continue;
    text += text === "" ? said : LIST_OR_BLOCK.test(line) ? `\n${said}` : ` ${said}`;
  }
  return text;
}
