/**
 * Text without the Markdown that says nothing where it is not rendered: headings are lines of their own, links are their
 * text, rulers are gone. Emphasis, lists, tables and code stay. Every pattern looks at most some hundred characters ahead.
 */
export function stripMarkdown(text: string): string {
  let fence: string | undefined;
  const lines = text.split(/\r?\n/).map((line) => {
    const marker = findFence(line);
    if (fence !== undefined) {
      if (marker?.startsWith(fence)) fence = undefined;
      return line;
    }
    fence = marker;
    return marker === undefined ? stripLinks(stripHeading(line)) : line;
  });
  return lines.join("\n");
}

/** The marker of a line that begins or ends a block of code. */
export function findFence(line: string): string | undefined {
  const [whole = "", marker] = /^[ \t]{0,20}(`{3}|~{3})/.exec(line) ?? [];
  // A block on one line is code in a line.
  return marker === undefined || line.includes(marker, whole.length + 1) ? undefined : marker;
}

function stripHeading(line: string): string {
  if (/^[ \t]{0,3}(?:={2,200}|-{3,200}|\*{3,200}|_{3,200})[ \t]{0,20}$/.test(line)) return "";
  const [mark] = /^[ \t]{0,3}#{1,6}(?=[ \t])/.exec(line) ?? [];
  if (mark === undefined) return line;
  return `\n${line
    .slice(mark.length)
    .trim()
    .replace(/[ \t]#{1,6}$/, "")
    .trim()}\n`;
}

/** Code in a line is passed over, and so is what only looks like a link: `list[0](event)`. */
function stripLinks(line: string): string {
  if (!line.includes("](")) return line;
  const link =
    /(?<!`)(`{1,3})(?!`)[^`]{0,500}\1|\[([^[\]]{0,300})\]\((?=[^\s()]{0,200}[/#.:@?])[^\s()]{0,1000}(?:\([^\s()]{0,200}\)[^\s()]{0,500})?(?:[ \t]{1,5}"[^"]{0,200}")?\)/g;
  return line.replace(link, (found, code?: string, said?: string) => (code === undefined ? (said ?? "") : found));
}
