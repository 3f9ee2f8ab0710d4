import type { Json, JsonObject } from "../../load/types.js";
import { asObject } from "./as-object.js";
import { readPointer } from "./read-pointer.js";
import { refPointer } from "./ref-pointer.js";

/** An object of the document with the pointer at which it really stands. */
export interface Resolved {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** Follows `$ref`s until an object without one; undefined where the chain leads nowhere or round in a circle. */
export function resolveRef(document: JsonObject, value: Json | undefined, pointer: string): Resolved | undefined {
  let current = asObject(value);
  let place = pointer;
  const seen = new Set<string>();
  while (current !== undefined && typeof current.$ref === "string") {
    const target = refPointer(current.$ref);
    if (target === undefined || seen.has(target)) return undefined;
    seen.add(target);
    place = target;
    current = asObject(readPointer(document, target));
  }
  return current === undefined ? undefined : { value: current, pointer: place };
}
