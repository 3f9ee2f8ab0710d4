import { asList, asObject, type JsonObject } from "../../shared/json.js";
import type { WireRefs } from "./wire-refs.js";

/** A chain of references that is longer is not followed. */
const longest = 30;

/**
 * Tells references to objects without alternatives from all others. Where a schema requires a property of another one,
 * openapi-typescript prints `WithRequired<Other, "name">`, which does not compile if Other may be null, a union or a cycle.
 */
export function createIsPlain(refs: WireRefs): (ref: string) => boolean {
  const known = new Map<string, boolean>();
  const isPlain = (ref: string, depth: number): boolean => {
    const found = known.get(ref);
    if (found !== undefined) return found;
    // What leads back to itself is not plain.
    known.set(ref, false);
    const schema = asObject(refs.schemaAt(ref));
    const plain = schema !== undefined && depth < longest && isPlainObject(schema, depth);
    known.set(ref, plain);
    return plain;
  };
  const isPlainObject = (schema: JsonObject, depth: number): boolean => {
    if (typeof schema.$ref === "string") {
      const ref = refs.refTo(schema.$ref);
      return ref !== undefined && isPlain(ref, depth + 1);
    }
    if (schema.nullable === true || (schema.type !== undefined && schema.type !== "object")) return false;
    if (["anyOf", "oneOf", "enum", "const"].some((keyword) => Object.hasOwn(schema, keyword))) return false;
    return asList(schema.allOf).every((part) => {
      const below = asObject(part);
      return below !== undefined && depth < longest && isPlainObject(below, depth + 1);
    });
  };
  return (ref) => isPlain(ref, 0);
}
