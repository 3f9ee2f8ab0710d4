import { shapes } from "./shapes.js";

/** The objects that an OpenAPI document is made of. */
export type ShapeName =
  | "Document"
  | "Info"
  | "Contact"
  | "License"
  | "Server"
  | "ServerVariable"
  | "Components"
  | "Paths"
  | "PathItem"
  | "Operation"
  | "ExternalDocs"
  | "Parameter"
  | "RequestBody"
  | "MediaType"
  | "Encoding"
  | "Responses"
  | "Response"
  | "Callback"
  | "Link"
  | "Header"
  | "Tag"
  | "Schema"
  | "Discriminator"
  | "SecurityScheme"
  | "Flows"
  | "Flow"
  | SwaggerShape;

/** Those of a Swagger 2.0 document, before it is converted. */
export type SwaggerShape =
  | "Swagger"
  | "SwaggerPaths"
  | "SwaggerPathItem"
  | "SwaggerOperation"
  | "SwaggerParameter"
  | "SwaggerResponses"
  | "SwaggerResponse";

/**
 * What a field holds: an object of a shape, a list (`[Tag]`) or a map by name (`{Schema}`) of them, or a leaf:
 * - `text` is prose for people and models;
 * - `exact` reaches the wire or the code as it is: names, URLs, enum values, defaults;
 * - `data` is at most shown: examples and extensions.
 *
 * A `$ref` inside a leaf is not a reference.
 */
export type Slot = ShapeName | `[${ShapeName}]` | `{${ShapeName}}` | "text" | "exact" | "data";

/** The kind of a value during a walk; `unknown` is a field that the format does not have. */
export type Kind =
  | { readonly kind: "object"; readonly shape: ShapeName }
  | { readonly kind: "list"; readonly shape: ShapeName }
  | { readonly kind: "map"; readonly shape: ShapeName }
  | { readonly kind: "leaf"; readonly role: Role }
  | { readonly kind: "unknown" };

/** What a leaf's text is for, see `Slot`. */
export type Role = "text" | "exact" | "data";

/** The kind of what a document holds at a path of keys. */
export function readKind(path: readonly string[]): Kind {
  return path.reduce<Kind>(readSlot, { kind: "object", shape: "Document" });
}

/** Whether that is data that only people read: examples, extensions and everything below them. */
export function isData(kind: Kind): boolean {
  return kind.kind === "leaf" && kind.role === "data";
}

/** The kind of what a value of the given kind holds under a key. */
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
