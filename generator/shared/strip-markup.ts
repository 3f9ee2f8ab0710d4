import { stripMarkdown } from "./strip-markdown.js";

/** Elements that begin a line of their own; all other elements stand in a line. */
const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3
  h4 h5 h6 header hr main nav note ol p pre section summary table tbody tfoot thead tr ul`.split(/\s+/),
);

const INLINE: ReadonlySet<string> = new Set(
  `a abbr acronym b big bdi bdo button cite code col colgroup del dfn em fn font i img input ins kbd label li mark option q s
  samp select small span strike strong sub sup td textarea th time tt u var video wbr`.split(/\s+/),
);

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  bull: "-",
  gt: ">",
  hellip: "…",
  ldquo: '"',
  lsquo: "'",
  lt: "<",
  mdash: "—",
  nbsp: " ",
  ndash: "–",
  quot: '"',
  rdquo: '"',
  rsquo: "'",
};

/**
 * Text without the markup that only a browser shows: HTML elements become lines or nothing, images and badges nothing, and
 * Markdown what it says. What only looks like an element (`List<String>`, `<id>`) stays. Every pattern looks at most some
 * hundred characters ahead.
 */
export function stripMarkup(text: string): string {
  if (!/[<&]|!\[/.test(text)) return stripMarkdown(text);
  const decoded = stripElements(text).replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, replaceEntity);
  // Elements and comments that were written with entities are those of a page that was encoded as a whole.
  return stripMarkdown(decoded.includes("<") ? stripElements(decoded) : decoded);
}

function stripElements(text: string): string {
  return text
    .replace(/<!--[\s\S]{0,5000}?-->/g, "")
    .replace(/<(script|style)\b[^<>]{0,500}>[\s\S]{0,5000}?<\/\1\s*>/gi, "")
    .replace(/(\[)?!\[[^\]\n]{0,300}\]\([^()\n]{0,500}\)(?:\]\([^()\n]{0,500}\))?/g, (found, linked) =>
      // The end of a link that holds more than an image.
      linked !== undefined && !/\)\]\(/.test(found) ? "[" : "",
    )
    .replace(/<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]{0,1000})?\/?>/gi, replaceElement);
}

function replaceElement(found: string, closing: string, name: string): string {
  const element = name.toLowerCase();
  if (element === "code") return "`";
  if (element === "li") return closing === "" ? "\n- " : "\n";
  if (element === "td" || element === "th") return " ";
  // Only a paragraph ends what is before it; a line break and a row are joined like any other lines.
  if (BLOCKS.has(element)) return element === "br" || element === "tr" ? "\n" : "\n\n";
  return INLINE.has(element) ? "" : found;
}

/** Characters that a reader sees: an entity must not bring back what was refused when the document was read. */
function replaceEntity(found: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? found) : found;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  if (code === 160) return " ";
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : "";
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? character : " ";
}
