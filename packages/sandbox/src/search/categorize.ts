/**
 * Returns the categories that apply to a text: those whose name, or a word of whose description, occurs in it.
 * Categories are given as a list of names or of `{name: description}`, or as one such object.
 */
export function categorize(catalogue: unknown, text: string): string[] {
  const said = new Set(readWords(text));
  return readCatalogue(catalogue)
    .filter(([name, description]) => readWords(`${name} ${description}`).some((word) => said.has(word)))
    .map(([name]) => name);
}

function readCatalogue(catalogue: unknown): (readonly [string, string])[] {
  const items: readonly unknown[] = Array.isArray(catalogue) ? catalogue : [catalogue ?? {}];
  return items.flatMap((item) =>
    typeof item === "string"
      ? [[item, ""] as const]
      : Object.entries(item as object).map(([name, description]) => [name, String(description)] as const),
  );
}

const readWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
