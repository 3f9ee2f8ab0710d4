import { isObject, type MutableJson, type MutableObject, setOwn } from "../shared/json.js";
import { type Kind, readSlot } from "./read-slot.js";

/**
 * A copy for libraries that follow every `$ref` they see: without extensions and examples, which are data and may
 * contain references to anywhere, without fields that OpenAPI does not have, and without other data that looks like a
 * reference. Where few schemas may be true or false, they are objects: openapi-typescript stumbles over others.
 */
export function buildBareDocument(document: MutableObject): MutableObject {
  return copy(document, { kind: "object", shape: "Document" }) as MutableObject;
}

function copy(value: MutableJson, kind: Kind): MutableJson {
  if (Array.isArray(value)) {
    return value.map((item, index) => copy(item, readSlot(kind, String(index))));
  }
  if (!isObject(value)) {
    return isSchema(kind) && typeof value === "boolean" ? (value ? {} : { not: {} }) : value;
  }
  const object: MutableObject = {};
  for (const key of Object.keys(value)) {
    const child = value[key] ?? null;
    const childKind = readSlot(kind, key);
    if (childKind.kind === "unknown" && key !== "$ref") {
      // Keywords of a schema that hold no schema are not listed; any other field is one that OpenAPI does not have.
      if (isSchema(kind) && !holdsReference(child)) setOwn(object, key, child);
    } else if (typeof child === "boolean" && key.endsWith("Properties")) {
      setOwn(object, key, child);
    } else if (childKind.kind !== "leaf") {
      setOwn(object, key, copy(child, childKind));
    } else if (childKind.role !== "data" && !holdsReference(child)) {
      setOwn(object, key, child);
    }
  }
  return object;
}

function isSchema(kind: Kind): boolean {
  return kind.kind === "object" && kind.shape === "Schema";
}

function holdsReference(value: MutableJson): boolean {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  return Object.keys(value).some((key) => key === "$ref" || holdsReference((value as MutableObject)[key] ?? null));
}
