import type { Operation } from "../model/operations/types.js";
import type { Model } from "../model/types.js";
import type { NamedTypes } from "./name-types.js";
import { wireSymbols } from "./pack-symbols.js";
import { planType } from "./plan-type.js";
import type { TypeShape, TypeSource } from "./types.js";

/** What a call returns, as the document's own types; where those cannot be printed, as the schema says, with named types. */
export function planResult(operation: Operation, model: Model, from: TypeSource, named: NamedTypes): TypeShape {
  const { kind, answers, schema } = operation.result;
  if (kind === "empty") return { kind: "void" };
  // Binary responses travel as base64.
  if (kind === "text" || kind === "binary") return { kind: "keyword", name: "string" };
  if (from === "schemas")
    return planType(schema, { schemas: model.schemas, componentOf: () => undefined, definitions: named.openScope() });
  const shapes = answers.map(({ status, mediaType }): TypeShape => {
    if (mediaType === undefined) return { kind: "keyword", name: "null" };
    const path = ["responses", status, "content", mediaType];
    // openapi-typescript does not keep a `#` in the key of an operation (emit/types/build-wire-document.ts).
    return operation.operationId === undefined || operation.operationId.includes("#")
      ? { kind: "wire", root: wireSymbols.paths, path: [operation.path, operation.method.toLowerCase(), ...path] }
      : { kind: "wire", root: wireSymbols.operations, path: [operation.operationId, ...path] };
  });
  const [only, ...others] = shapes;
  if (only === undefined) return { kind: "keyword", name: "unknown" };
  return others.length === 0 ? only : { kind: "union", of: [only, ...others] };
}
