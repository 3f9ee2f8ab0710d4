/** `camel`: searchMemories; `pascal`: SearchMemories. A leading digit is put behind an underscore. */
export function joinWords(words: readonly string[], style: "camel" | "pascal"): string {
  const text = words
    .map((word, index) => (index === 0 && style === "camel" ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
  return /^[0-9]/.test(text) ? `_${text}` : text;
}
