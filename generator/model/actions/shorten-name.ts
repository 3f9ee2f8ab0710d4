import { isVerb, stemOf } from "./name-words.js";

/** Words that a name can do without: small words and what every API has; `id` and versions where they tell nothing apart. */
const FILLERS: ReadonlySet<string> = new Set(
  "a an and api as at by for from in into of on or rest that the this to v via with within using".split(" "),
);

/** What a name keeps as long as it can, as stems. */
export interface Kept {
  /** Words that tell it from other names: they go only when all others are gone. */
  readonly telling: ReadonlySet<string>;
  /** Words for what the operation is about. */
  readonly subject: ReadonlySet<string>;
}

/**
 * A snake_case name of at most `limit` characters that still says what the operation does and to what. Small words go
 * first, then repeated ones, then from the left: outer things are named before inner ones, and verbs stay where they are.
 */
export function shortenName(name: string, limit: number, { telling, subject }: Kept): string {
  // Half of this term says something else.
  let words: readonly string[] = name.match(/well_known(?![^_])|[^_]+/g) ?? [];
  const size = (): number => words.join("_").length;
  if (size() <= limit) return name;
  const isFiller = (word: string): boolean =>
    FILLERS.has(word) || (/^(?:id|v\d+)$/.test(word) && !telling.has(stemOf(word)));
  words = words.filter((word, index) => index === 0 || !isFiller(word));
  if (size() > limit) words = dropRepeated(words);
  const isFree = [
    (word: string) => !isVerb(word) && !telling.has(stemOf(word)) && !subject.has(stemOf(word)),
    (word: string) => !isVerb(word) && !subject.has(stemOf(word)),
    (word: string) => !isVerb(word),
    () => true,
  ];
  for (const free of isFree) words = dropOuter(words, limit, free);
  return words.join("_").slice(0, limit).replace(/_+$/, "");
}

/** The last of several is the inner one; but a verb that comes first stays there. */
function dropRepeated([first = "", ...others]: readonly string[]): readonly string[] {
  const rest = isVerb(first) ? others.filter((word) => word !== first) : [first, ...others];
  const last = new Map(rest.map((word, index) => [stemOf(word), index]));
  const kept = rest.filter((word, index) => last.get(stemOf(word)) === index);
  return isVerb(first) ? [first, ...kept] : kept;
}

/** Without as many words from the left as are too many, of those that may go; two words stay. */
function dropOuter(words: readonly string[], limit: number, isFree: (word: string) => boolean): readonly string[] {
  let left = words.length;
  let size = words.join("_").length;
  return words.filter((word, index) => {
    const goes = size > limit && left > 2 && index < words.length - 1 && isFree(word);
    if (goes) {
      left -= 1;
      size -= word.length + 1;
    }
    return !goes;
  });
}
