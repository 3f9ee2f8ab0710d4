import { findFence } from "../shared/strip-markdown.js";
import { stripMarkup } from "../shared/strip-markup.js";

const LIST_OR_BLOCK = /^\s*(?:[-*+>|#]|\d+[.)])/;

/**
 * Text of a document as a person reads it: without HTML, images and links, lines of a paragraph joined but those of code as
 * they are, at most `limit` characters, cut after a sentence.
 */
export function cleanText(text: string, limit: number): string {
  return cutText(joinLines(stripMarkup(text).trim()), limit);
}

function joinLines(text: string): string {
  const joined: string[] = [];
  let fence: string | undefined;
  let continues = false;
  for (const line of text.split(/\r?\n/)) {
    const marker = findFence(line);
    const said = line.trim().replace(/[ \t]+/g, " ");
    if (fence !== undefined) {
      const closes = marker?.startsWith(fence) === true;
      joined.push(closes ? said : line.trimEnd());
      if (closes) fence = undefined;
    } else if (marker !== undefined) {
      fence = marker;
      joined.push(said);
    } else if (said !== "") {
      if (continues && !LIST_OR_BLOCK.test(line)) joined.push(`${joined.pop()} ${said}`);
      else joined.push(said);
    }
    continues = fence === undefined && marker === undefined && said !== "";
  }
  return joined.join("\n").trim();
}

/** The whole sentences that fit; of a sentence that is longer than that, its beginning, which ends with an ellipsis. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = text.slice(0, limit);
  const ends = [...room.matchAll(/(?<!\b(?:e\.g|i\.e|etc|vs|cf|approx|resp|no))[.!?:]["'”’)\]`*_]{0,3}(?=\s)|\n/gi)];
  const end = ends.findLast(({ index, 0: found }) => index + found.length >= limit / 4);
  if (end !== undefined) return closeFence(room.slice(0, end.index + end[0].length).trimEnd());
  const short = room.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "");
  const space = short.search(/\s\S*$/);
  return `${short.slice(0, space > limit / 2 ? space : undefined).trimEnd()}…`;
}

/** Half a block of code says less than none. */
function closeFence(text: string): string {
  const fences = text.split("```");
  const whole = fences.length % 2 === 1 ? text : fences.slice(0, -1).join("```").trimEnd();
  // What introduced something that is gone.
  return whole.replace(/:$/, ".");
}
