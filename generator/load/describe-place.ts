import { type MutableJson, ownValue } from "../shared/json.js";

/** The fields of a path item that are operations. */
const methods: readonly string[] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/** Describes a place in the document for a reader: `getThing: parameters.0.description`, `components.schemas.Thing`. */
export function describePlace(document: MutableJson, path: readonly string[]): string {
  const [top, name, method, ...rest] = path;
  if (
    (top === "paths" || top === "webhooks") &&
    name !== undefined &&
    method !== undefined &&
    methods.includes(method)
  ) {
    const operation = ownValue(ownValue(ownValue(document, top), name), method);
    const id = ownValue(operation, "operationId");
    const label = typeof id === "string" ? id : `${method.toUpperCase()} ${name}`;
    return rest.length === 0 ? `\`${label}\`` : `\`${label}\` (${rest.join(".")})`;
  }
  return path.length === 0 ? "the document" : `\`${path.join(".")}\``;
}
