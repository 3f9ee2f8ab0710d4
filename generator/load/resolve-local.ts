import { type MutableJson, ownValue } from "../shared/json.js";
import { splitPointer } from "../shared/pointer.js";

/** Follows local references from a value to what it stands for; nothing if they lead nowhere or in a circle. */
export function resolveLocal(document: MutableJson, value: MutableJson | undefined): MutableJson | undefined {
  const seen = new Set<string>();
  let current = value;
  for (;;) {
    const ref = ownValue(current, "$ref");
    if (typeof ref !== "string") {
      return current;
    }
    if (seen.has(ref) || !ref.startsWith("#/")) {
      return undefined;
    }
    seen.add(ref);
    current = follow(document, ref);
  }
}

function follow(document: MutableJson, ref: string): MutableJson | undefined {
  let keys: readonly string[];
  try {
    keys = splitPointer(decodeURIComponent(ref.slice(1)));
  } catch {
    return undefined;
  }
  let value: MutableJson | undefined = document;
  for (const key of keys) {
    value = ownValue(value, key);
  }
  return value;
}
