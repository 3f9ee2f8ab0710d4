/** The JSON pointer of a list of keys (RFC 6901). */
export function joinPointer(path: readonly string[]): string {
  let pointer = "";
  for (const key of path) {
    pointer += `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  }
  return pointer;
}

/** The keys of a JSON pointer; the empty pointer is the whole document. */
export function splitPointer(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}
