import { isObject, type MutableJson, type MutableObject } from "../shared/json.js";
import { type Kind, readSlot } from "./read-slot.js";

/**
 * What is told on the way through a document. `path` is the live list of keys down to the value:
 * take `joinPointer(path)` or a copy to keep it.
 */
export interface Visitor {
  /** An object that is no leaf's inside; `kind` says of which shape it is. */
  object?(value: MutableObject, kind: Kind, path: readonly string[]): void;
  /** A key that stands in the document. */
  key?(key: string, kind: Kind, path: readonly string[]): void;
  /** A text, and the object or list that holds it under the last key of `path`. */
  text?(value: string, kind: Kind, path: readonly string[], holder: MutableObject | MutableJson[]): void;
}

/** Walks the whole document once, depth first, and tells each visitor what stands where. */
export function walkDocument(document: MutableJson, visitors: readonly Visitor[]): void {
  walk(document, { kind: "object", shape: "Document" }, [], visitors);
}

function walk(value: MutableJson, kind: Kind, path: string[], visitors: readonly Visitor[]): void {
  if (typeof value !== "object" || value === null) {
    return;
  }
  const object = isObject(value);
  // What is not of the form that its field wants is told by the validation. Until then nothing is known of its
  // inside, so a `$ref` in there counts as one: some library might follow it.
  const fits =
    kind.kind === "leaf" ? kind.role !== "text" : kind.kind === "unknown" || (kind.kind === "list") === !object;
  const own: Kind = fits ? kind : { kind: "unknown" };
  if (object && own.kind !== "leaf") {
    for (const visitor of visitors) {
      visitor.object?.(value, own, path);
    }
  }
  for (const key of Object.keys(value)) {
    const child = (value as MutableObject)[key] ?? null;
    const childKind = readSlot(own, key);
    path.push(key);
    if (object) {
      for (const visitor of visitors) {
        visitor.key?.(key, own, path);
      }
    }
    if (typeof child === "string") {
      for (const visitor of visitors) {
        visitor.text?.(child, childKind, path, value);
      }
    } else {
      walk(child, childKind, path, visitors);
    }
    path.pop();
  }
}
