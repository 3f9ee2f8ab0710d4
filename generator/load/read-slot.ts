import { shapes } from "./shapes.js";
import type { ShapeName, Slot } from "./slot.js";

/** What a value is taken for while walking down a document; `unknown` is a field that the format does not have. */
export type Kind =
  | { readonly kind: "object"; readonly shape: ShapeName }
  | { readonly kind: "list"; readonly shape: ShapeName }
  | { readonly kind: "map"; readonly shape: ShapeName }
  | { readonly kind: "leaf"; readonly role: Role }
  | { readonly kind: "unknown" };

/** What a leaf's text is for, see `Slot`. */
export type Role = "text" | "exact" | "data";

/** What stands under a key of a value of the given kind. */
export function readSlot(parent: Kind, key: string): Kind {
  switch (parent.kind) {
    case "object": {
      if (key.startsWith("x-")) {
        return data;
      }
      const fields = fieldsOf.get(parent.shape);
      return fields?.get(key) ?? fields?.get("*") ?? unknown;
    }
    case "list":
    case "map":
      return objects.get(parent.shape) ?? unknown;
    case "leaf":
    case "unknown":
      return parent;
  }
}

const data: Kind = { kind: "leaf", role: "data" };
const unknown: Kind = { kind: "unknown" };

const names = Object.keys(shapes) as ShapeName[];
const objects = new Map(names.map((shape): [ShapeName, Kind] => [shape, { kind: "object", shape }]));
// Maps, so that a key such as `constructor` finds nothing.
const fieldsOf = new Map(
  names.map((shape): [ShapeName, ReadonlyMap<string, Kind>] => [
    shape,
    new Map(Object.entries(shapes[shape]).map(([field, slot]) => [field, parseSlot(slot)])),
  ]),
);

function parseSlot(slot: Slot): Kind {
  if (slot === "text" || slot === "exact" || slot === "data") {
    return { kind: "leaf", role: slot };
  }
  if (slot.startsWith("[")) {
    return { kind: "list", shape: slot.slice(1, -1) as ShapeName };
  }
  if (slot.startsWith("{")) {
    return { kind: "map", shape: slot.slice(1, -1) as ShapeName };
  }
  return { kind: "object", shape: slot as ShapeName };
}
