import type { ErrorObject } from "ajv";
import { isObject, type MutableJson, type MutableObject, ownValue } from "../shared/json.js";
import { splitPointer } from "../shared/pointer.js";
import { readKind } from "./read-slot.js";

const PLACES: ReadonlySet<unknown> = new Set(["path", "query", "header", "cookie", "querystring"]);

/**
 * The errors without those of a parameter that has no place or no name: MODEL leaves out each operation that has one, and
 * says why. The validator cannot tell which rules hold for it, and would name the keys of every place.
 */
export function dropToldErrors(errors: readonly ErrorObject[], document: MutableObject): readonly ErrorObject[] {
  return errors.filter(({ instancePath }) => {
    const path = splitPointer(instancePath);
    return !isUnplaced(path, document) && !isUnplaced(path.slice(0, -1), document);
  });
}

function isUnplaced(path: readonly string[], document: MutableObject): boolean {
  const kind = readKind(path);
  if (kind.kind !== "object" || kind.shape !== "Parameter") return false;
  const parameter = path.reduce<MutableJson | undefined>((value, key) => ownValue(value, key), document);
  if (!isObject(parameter) || "$ref" in parameter) return false;
  return !PLACES.has(ownValue(parameter, "in")) || typeof ownValue(parameter, "name") !== "string";
}
