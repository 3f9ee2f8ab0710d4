import { unescapePointer } from "./unescape-pointer.js";

/** The value at an RFC 6901 pointer, through own keys only. */
export function readPointer(value: unknown, pointer: string): unknown {
  let found = value;
  for (const part of pointer.split("/").slice(1)) {
    const key = unescapePointer(part);
    if (!found || typeof found !== "object" || !Object.hasOwn(found, key)) return;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}
