import type { Operation } from "../model/operations/types.js";
import type { Model } from "../model/types.js";
import type { NamedTypes } from "./name-types.js";
import { wireSymbols } from "./pack-symbols.js";
import { planType, type TypeScope } from "./plan-type.js";
import type { PropertyShape, TypeShape, TypeSource } from "./types.js";

const text: TypeShape = { kind: "keyword", name: "string" };
const unknown: TypeShape = { kind: "keyword", name: "unknown" };

/**
 * What a call returns, as the document's own types; where those cannot be printed, as the schema says, with named types. A
 * service may return something else: the runtime returns what it is.
 */
export function planResult(operation: Operation, model: Model, from: TypeSource, named: NamedTypes): TypeShape {
  const { answers, kind, redirects } = operation.result;
  if (kind === "empty") return { kind: "void" };
  const scope = { schemas: model.schemas, componentOf: () => undefined, definitions: named.openScope() };
  const shapes = answers.map((answer) => planAnswer(operation, answer, from === "schemas" ? scope : undefined));
  if (redirects) shapes.push(object({ location: text }));
  const distinct = new Map(shapes.map((shape) => [JSON.stringify(shape), shape]));
  const [only, ...others] = distinct.values();
  if (only === undefined) return unknown;
  return others.length === 0 ? only : { kind: "union", of: [only, ...others] };
}

function planAnswer(
  { method, operationId, path }: Operation,
  answer: Operation["result"]["answers"][number],
  scope: TypeScope | undefined,
): TypeShape {
  const { kind, mediaType, schema, status } = answer;
  switch (kind) {
    case "empty":
      return { kind: "keyword", name: "null" };
    case "text":
      return text;
    case "binary":
      return object({ type: text, base64: text });
    case "lines":
      return { kind: "array", items: unknown };
    case "events":
      return { kind: "array", items: object({ data: unknown }, { event: text, id: text }) };
    case "json": {
      if (scope !== undefined) return planType(schema, scope);
      const below = ["responses", status, "content", mediaType ?? ""];
      // openapi-typescript does not keep a `#` in the key of an operation (emit/types/build-wire-document.ts).
      return operationId === undefined || operationId.includes("#")
        ? { kind: "wire", root: wireSymbols.paths, path: [path, method.toLowerCase(), ...below] }
        : { kind: "wire", root: wireSymbols.operations, path: [operationId, ...below] };
    }
  }
}

function object(
  required: Readonly<Record<string, TypeShape>>,
  optional: Readonly<Record<string, TypeShape>> = {},
): TypeShape {
  const list = (shapes: Readonly<Record<string, TypeShape>>, isOptional: boolean): readonly PropertyShape[] =>
    Object.entries(shapes).map(([name, type]) => ({ name, optional: isOptional, type, description: "" }));
  return { kind: "object", properties: [...list(required, false), ...list(optional, true)], rest: undefined };
}
