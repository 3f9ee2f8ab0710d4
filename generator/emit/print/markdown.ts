import { splitCode } from "./split-code.js";

declare const printed: unique symbol;
/** Text that this printer made: the only strings that a Markdown template accepts. */
export type MarkdownText = string & { readonly [printed]: "markdown" };

/**
 * Prints document text into Markdown, one function per position. Text is data: it never becomes a heading, a link,
 * an element, an MDX expression or an import; only single backticks keep their meaning.
 */
export const markdown: {
  /** Paragraphs on separate lines. */
  prose(text: string): MarkdownText;
  /** One line: a heading, a list item, a sentence. */
  line(text: string): MarkdownText;
  /** One line inside a table. */
  cell(text: string): MarkdownText;
  code(text: string): MarkdownText;
  /** Code inside a table, where a pipe needs a backslash even between backticks. */
  cellCode(text: string): MarkdownText;
  /** A fenced block on separate lines. */
  fence(text: string, language: "json" | "sh" | "ts"): MarkdownText;
  /** A link that the generator makes to a file or heading of the pack. */
  link(label: MarkdownText, target: string): MarkdownText;
} = {
  prose: (text) =>
    text
      .split(/\r\n|[\n\r]/)
      .map((line) => printLine(line, printCode))
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .replace(/^\n+|\n+$/g, "") as MarkdownText,
  line: (text) => printLine(text, printCode) as MarkdownText,
  cell: (text) => printLine(text, printCellCode) as MarkdownText,
  code: (text) => printCode(text) as MarkdownText,
  cellCode: (text) => printCellCode(text) as MarkdownText,
  fence(text, language) {
    const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
    return `${fence}${language}\n${text}\n${fence}` as MarkdownText;
  },
  link(label, target) {
    if (!/^[\w./#-]+$/.test(target)) throw new Error(`Not a link inside the pack: ${JSON.stringify(target)}`);
    return `[${label}](${target})` as MarkdownText;
  },
};

function printLine(text: string, code: (text: string) => string): string {
  const line = splitCode(text.replace(/\s+/g, " ").trim())
    .map((part) => (part.code ? code(part.text) : escapeInline(part.text)))
    .join("");
  return escapeStart(line);
}

/** Entities for what HTML and MDX read, since some tools look at the source before Markdown's backslashes. */
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "{": "&#123;",
  "}": "&#125;",
};

function escapeInline(text: string): string {
  return (
    text
      .replace(/[\\`*[\]|~#$^@]/g, "\\$&")
      // An address in plain text would become a link, where a backslash does not escape.
      .replace(/:(?=\/\/)|(?<=www)\./gi, "\\$&")
      .replace(/\]\(/g, "]\\(")
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
      .replace(/[&<>{}]/g, (character) => entities[character] ?? character)
  );
}

/** What has a meaning only at the start of a line: lists, underlines of headings, directives, MDX imports. */
function escapeStart(line: string): string {
  return line
    .replace(/^[-+=:]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^i(?=mport\b)/, "&#105;")
    .replace(/^e(?=xport\b)/, "&#101;");
}

function printCode(text: string): string {
  const code = text.replace(/\s+/g, " ");
  if (code === "") return "";
  const fence = "`".repeat(longestRun(code) + 1);
  const pad = /^[` ]|[` ]$/.test(code) ? " " : "";
  return `${fence}${pad}${code}${pad}${fence}`;
}

function printCellCode(text: string): string {
  // Table parsers disagree about a backslash before a pipe inside code.
  if (/\\\s*\|/.test(text)) return escapeInline(text.replace(/\s+/g, " ").trim());
  return printCode(text).replace(/\|/g, "\\|");
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
