/** The value at an RFC 6901 pointer, through own keys only. */
export function readPointer(value: unknown, pointer: string): unknown {
  let found = value;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (!found || typeof found !== "object" || !Object.hasOwn(found, key)) return;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}
