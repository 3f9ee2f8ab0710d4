/**
 * Characters that a reader does not see, or that act on a terminal: C0 (except tab and line breaks) and C1 controls,
 * bidi and zero-width characters, tags and other default-ignorable marks that texts were hidden in, lone surrogates.
 */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for.
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each code point is looked for on its own.
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}\p{Cs}]/u;
const allHidden = new RegExp(hidden.source, "gu");

/** The hidden characters of a text, each once, as `U+200B`; none for almost every text. */
export function findHiddenCharacters(text: string): readonly string[] {
  if (!hidden.test(text)) {
    return [];
  }
  const names = (text.match(allHidden) ?? []).map(
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
  return [...new Set(names)];
}

/** The text without them. */
export function stripHiddenCharacters(text: string): string {
  return text.replace(allHidden, "");
}
