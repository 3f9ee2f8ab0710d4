import { asText, type JsonObject, ownValue } from "../shared/json.js";
import { readPointer, splitPointer, toPointer } from "../shared/pointer.js";

/**
 * What a place of the document belongs to, as a person calls it: an operation by its operationId or `GET /pets`, a schema
 * and whatever else has a name by that name, else its path or the pointer.
 */
export function nameOwner(document: JsonObject, pointer: string): string {
  const [top, name, third] = splitPointer(pointer);
  if (top === "components" && third !== undefined) return third;
  if (top !== "paths" || name === undefined) return pointer;
  const operation = third === undefined ? undefined : readPointer(document, toPointer([top, name, third]));
  if (third === undefined || third === "parameters" || operation === undefined) return name;
  return asText(ownValue(operation, "operationId")) || `${third.toUpperCase()} ${name}`;
}
