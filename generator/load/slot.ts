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
  | "Flow";

/**
 * What stands in a field: an object of a shape, a list (`[Tag]`) or a map by name (`{Schema}`) of them, or a leaf:
 * - `text` is prose for people and models;
 * - `exact` reaches the wire or the code as it is: names, URLs, enum values, defaults;
 * - `data` is shown at most: examples and extensions.
 *
 * A `$ref` inside a leaf is no reference.
 */
export type Slot = ShapeName | `[${ShapeName}]` | `{${ShapeName}}` | "text" | "exact" | "data";
