/** The words of a title in the closed alphabet a-z0-9; `OpenAPI` stays one word. */
export function wordsOf(title: string): readonly string[] {
  const plain = title.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  return plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
