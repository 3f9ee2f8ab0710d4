/** Appends names to a JSON pointer, escaped as RFC 6901 says. */
export function joinPointer(base: string, ...names: readonly string[]): string {
  return names.reduce((pointer, name) => `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`, base);
}
