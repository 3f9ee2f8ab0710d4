import type { Operation } from "../model/operations/types.js";
import { wireSymbols } from "./pack-symbols.js";
import type { TypeShape } from "./types.js";

/** What a call returns, as the document's own types. */
export function planResult(operation: Operation): TypeShape {
  const { kind, answers } = operation.result;
  if (kind === "empty") return { kind: "void" };
  // Binary responses travel as base64.
  if (kind === "text" || kind === "binary") return { kind: "keyword", name: "string" };
  const shapes = answers.map(({ status, mediaType }): TypeShape => {
    if (mediaType === undefined) return { kind: "keyword", name: "null" };
    const path = ["responses", status, "content", mediaType];
    // openapi-typescript does not keep a `#` in the key of an operation.
    return operation.operationId === undefined || /[#~%]/.test(operation.operationId)
      ? { kind: "wire", root: wireSymbols.paths, path: [...wireKeys(operation), ...path] }
      : { kind: "wire", root: wireSymbols.operations, path: [operation.operationId, ...path] };
  });
  const [only, ...others] = shapes;
  if (only === undefined) return { kind: "keyword", name: "unknown" };
  return others.length === 0 ? only : { kind: "union", of: [only, ...others] };
}

/**
 * Where the types of the wire have an operation. openapi-typescript knows the methods of OpenAPI 3.1; one with another
 * is given to it as the POST of a path of its own, which no document can have.
 */
function wireKeys({ method, path }: Operation): readonly [path: string, method: string] {
  const known = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"].includes(method);
  return known ? [path, method.toLowerCase()] : [`${method} ${path}`, "post"];
}
