/** One part of an RFC 6901 pointer as the key that it names. */
export function unescapePointer(part: string): string {
  return part.includes("~") ? part.replaceAll("~1", "/").replaceAll("~0", "~") : part;
}
