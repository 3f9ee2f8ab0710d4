import { isObject, type MutableJson, type MutableObject, ownValue } from "../../shared/json.js";
import type { Kind } from "../read-slot.js";
import { walkDocument } from "../walk-document.js";

/** A reference, and where it is written. */
export interface FoundRef {
  /** The object that has the reference under `key`: `$ref`, or the value in the mapping of a discriminator. */
  readonly object: MutableObject;
  readonly key: string;
  readonly ref: string;
  /** The kind of what it must refer to. */
  readonly kind: Kind;
  /** Keys from the root of the search down to `object`. */
  readonly path: readonly string[];
}

/** Every reference in a value of a given kind; data that only looks like one is not. */
export function findRefs(value: MutableJson, kind: Kind): readonly FoundRef[] {
  const found: FoundRef[] = [];
  const visitor = {
    object(object: MutableObject, of: Kind, path: readonly string[]): void {
      const ref = ownValue(object, "$ref");
      if (typeof ref === "string") found.push({ object, key: "$ref", ref, kind: of, path: [...path] });
      if (of.kind !== "object" || of.shape !== "Discriminator") return;
      const mapping = ownValue(object, "mapping");
      const schema: Kind = { kind: "object", shape: "Schema" };
      for (const [key, each] of isObject(mapping) ? Object.entries(mapping) : []) {
        // Anything else is the name of a component.
        if (typeof each === "string" && /[/#]|\.(?:json|ya?ml)$/i.test(each) && isObject(mapping))
          found.push({ object: mapping, key, ref: each, kind: schema, path: [...path, "mapping"] });
      }
    },
  };
  walkDocument(value, [visitor], kind);
  return found;
}
