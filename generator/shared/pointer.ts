import { type Json, ownValue } from "./json.js";

/** Appends keys to a JSON pointer, escaped as RFC 6901 says. */
export function joinPointer(base: string, ...keys: readonly string[]): string {
  return keys.reduce((pointer, key) => `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, base);
}

/** The JSON pointer of a list of keys. */
export function toPointer(keys: readonly string[]): string {
  return joinPointer("", ...keys);
}

/** The keys of a JSON pointer; the empty pointer is the whole document. */
export function splitPointer(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value at a JSON pointer, by own keys only; undefined where there is none. */
export function readPointer(document: Json, pointer: string): Json | undefined {
  return splitPointer(pointer).reduce<Json | undefined>((value, key) => ownValue(value, key), document);
}

/** The JSON pointer that a local `$ref` names: `#/components/schemas/A%20B` -> `/components/schemas/A B`. */
export function refPointer(ref: string): string | undefined {
  if (ref === "#") return "";
  if (!ref.startsWith("#/")) return undefined;
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return ref.slice(1);
  }
}
