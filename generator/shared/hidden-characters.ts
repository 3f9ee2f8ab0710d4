/**
 * Invisible characters and characters that control a terminal: C0 (except tab and line breaks) and C1 controls,
 * bidirectional and zero-width characters, tags and other default-ignorable code points that have been used to hide
 * text, and lone surrogates.
 */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern matches control characters.
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: code points are matched individually.
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

/** Removes hidden characters. */
export function stripHiddenCharacters(text: string): string {
  return text.replace(allHidden, "");
}
