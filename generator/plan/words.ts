/** The words of a name in lower case: `getUserByID` and `get_user-by id` both give get, user, by, id. */
export function splitWords(name: string): string[] {
  return (
    name
      .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
      // The s of `IDs` belongs to the acronym.
      .replace(/([A-Z])(?=[A-Z](?!s(?![a-z]))[a-z])/g, "$1 ")
      .match(/[A-Za-z0-9]+/g)
      ?.map((word) => word.toLowerCase()) ?? []
  );
}

/** `camel`: searchMemories; `pascal`: SearchMemories. A leading digit is prefixed with an underscore. */
export function joinWords(words: readonly string[], style: "camel" | "pascal"): string {
  const text = words
    .map((word, index) => (index === 0 && style === "camel" ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
  return /^[0-9]/.test(text) ? `_${text}` : text;
}
