import type { Json, JsonObject } from "../../load/types.js";
import { splitPointer } from "./split-pointer.js";

/** The value at a JSON pointer, by own keys only; undefined where there is none. */
export function readPointer(document: Json, pointer: string): Json | undefined {
  let value: Json | undefined = document;
  for (const name of splitPointer(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as JsonObject)[name];
  }
  return value;
}
