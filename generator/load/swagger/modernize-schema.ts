import { isObject, type MutableJson, type MutableObject } from "../../shared/json.js";
import { refPointer, splitPointer } from "../../shared/pointer.js";
import { walkDocument } from "../walk-document.js";
import { moveDefinition } from "./rename-components.js";

/** Turns a Swagger 2.0 schema into one of OpenAPI 3.0, in place, with everything below it. */
export function modernizeSchema(schema: MutableJson, renamed: ReadonlyMap<string, string>): void {
  const modernize = (object: MutableObject): void => {
    if (object.type === "file") Object.assign(object, { type: "string", format: "binary" });
    if (typeof object.discriminator === "string") object.discriminator = { propertyName: object.discriminator };
    const pointer = typeof object.$ref === "string" ? refPointer(object.$ref) : undefined;
    const moved = pointer === undefined ? undefined : moveDefinition(splitPointer(pointer), renamed);
    if (moved !== undefined) object.$ref = `#${moved.replaceAll("%", "%25")}`;
    if (object["x-nullable"] !== true) return;
    object.nullable = true;
    if (typeof object.$ref !== "string") return;
    // Nothing beside a reference counts.
    object.allOf = [{ $ref: object.$ref }];
    delete object.$ref;
  };
  const visitor = {
    object(object: MutableObject, kind: { readonly kind: string; readonly shape?: string }): void {
      if (kind.kind === "object" && kind.shape === "Schema") modernize(object);
    },
  };
  if (isObject(schema)) walkDocument(schema, [visitor], { kind: "object", shape: "Schema" });
}
