import { isObject, type MutableJson, type MutableObject, setOwn } from "../shared/json.js";
import { type Kind, readSlot } from "./read-slot.js";

/**
 * What a walk through a document reports. `path` is the live list of keys down to the value; copy it to keep it.
 */
export interface Visitor {
  /** An object that is not inside a leaf; `kind` says which shape it has. */
  object?(value: MutableObject, kind: Kind, path: readonly string[]): void;
  /** A key of any object. */
  key?(key: string, kind: Kind, path: readonly string[]): void;
  /** A text, and the object or list that holds it under the last key of `path`. */
  text?(value: string, kind: Kind, path: readonly string[], holder: Holder): void;
  /** An integer that a number would round. */
  bigint?(value: bigint, kind: Kind, path: readonly string[], holder: Holder): void;
}

/** What holds a value: an object under a key, or a list under an index. */
export type Holder = MutableObject | MutableJson[];

/** Replaces what a holder has under a key, while it is walked. */
export function replaceAt(holder: Holder, key: string, value: MutableJson): void {
  if (Array.isArray(holder)) holder[Number(key)] = value;
  else setOwn(holder, key, value);
}

/** Walks a whole document, or a value of another kind, once, depth first, and reports it to each visitor. */
export function walkDocument(
  document: MutableJson,
  visitors: readonly Visitor[],
  kind: Kind = { kind: "object", shape: "Document" },
): void {
  walk(document, kind, [], visitors);
}

function walk(value: MutableJson, kind: Kind, path: string[], visitors: readonly Visitor[]): void {
  if (typeof value !== "object" || value === null) {
    return;
  }
  const object = isObject(value);
  const own = settleKind(kind, value);
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
    } else if (typeof child === "bigint") {
      for (const visitor of visitors) {
        visitor.bigint?.(child, childKind, path, value);
      }
    } else {
      walk(child, childKind, path, visitors);
    }
    path.pop();
  }
}

/**
 * The kind of a value that stands where one of a kind is expected. If it does not have that form, its contents are
 * unknown; the validation reports it.
 */
export function settleKind(kind: Kind, value: MutableJson): Kind {
  const list = Array.isArray(value);
  if (kind.kind === "leaf") return kind.role === "text" && typeof value === "object" ? unknown : kind;
  if (kind.kind === "unknown" || (kind.kind === "list") === list) return kind;
  // Drafts before 2020-12 wrote the schemas of a tuple under `items`.
  return list && kind.kind === "object" && kind.shape === "Schema" ? { kind: "list", shape: "Schema" } : unknown;
}

const unknown: Kind = { kind: "unknown" };
