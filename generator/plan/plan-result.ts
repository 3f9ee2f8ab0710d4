import type { Operation } from "../model/operations/types.js";
import { wireKey } from "../shared/wire-key.js";
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
      ? {
          kind: "wire",
          root: wireSymbols.paths,
          path: [wireKey(operation.path), operation.method.toLowerCase(), ...path],
        }
      : { kind: "wire", root: wireSymbols.operations, path: [operation.operationId, ...path] };
  });
  const [only, ...others] = shapes;
  if (only === undefined) return { kind: "keyword", name: "unknown" };
  return others.length === 0 ? only : { kind: "union", of: [only, ...others] };
}
