import { asObject, type Json, type JsonObject, ownEntry } from "./json.js";
import { readPointer, refPointer, splitPointer } from "./pointer.js";

/** An object of the document with its actual pointer. */
export interface Resolved {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** Follows `$ref`s to an object without one; undefined if the chain is broken or circular. */
export function resolveRef(document: Json, value: Json | undefined, pointer: string): Resolved | undefined {
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

/** The name in `{ $ref: "#/$defs/Name" }`, which is how translated schemas refer to each other. */
export function defName(schema: Json | undefined): string | undefined {
  const ref = asObject(schema)?.$ref;
  if (typeof ref !== "string" || !ref.startsWith("#/$defs/")) return undefined;
  const keys = splitPointer(ref.slice(1));
  return keys.length === 2 ? keys[1] : undefined;
}

/** Definitions by name, as a map or as the object under `$defs`. */
export type Defs = ReadonlyMap<string, JsonObject> | Readonly<Record<string, JsonObject>>;

/** The definition that a schema refers to, one step only; undefined for a schema that refers to none. */
export function readDef(schema: Json | undefined, defs: Defs): JsonObject | undefined {
  const name = defName(schema);
  if (name === undefined) return undefined;
  return defs instanceof Map ? defs.get(name) : ownEntry(defs as Readonly<Record<string, JsonObject>>, name);
}
