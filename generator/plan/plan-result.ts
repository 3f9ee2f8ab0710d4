import type { Operation } from "../model/operations/types.js";
import type { Model } from "../model/types.js";
import type { NamedTypes } from "./name-types.js";
import { wireSymbols } from "./pack-symbols.js";
import { planType, type TypeScope } from "./plan-type.js";
import type { PropertyShape, TypeShape, TypeSource } from "./types.js";

const text: TypeShape = { kind: "keyword", name: "string" };
const unknown: TypeShape = { kind: "keyword", name: "unknown" };

/** The methods that openapi-typescript prints. */
const PRINTED: ReadonlySet<string> = new Set(["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"]);

/** Where the types of a result come from. */
export interface ResultTypes {
  readonly from: TypeSource;
  /** By schema, the components whose wire types may be used by name. */
  readonly components: ReadonlyMap<string, string>;
  readonly named: NamedTypes;
}

/**
 * What a call returns, as the document's own types; where those cannot be printed, as the schema says, with named types. A
 * service may return something else: the runtime returns what it is.
 */
export function planResult(operation: Operation, model: Model, { from, components, named }: ResultTypes): TypeShape {
  const { answers, kind, redirects } = operation.result;
  if (kind === "empty") return { kind: "void" };
  const scope: TypeScope = {
    schemas: model.schemas,
    componentOf: (name) => components.get(name),
    definitions: named.openScope(),
  };
  const shapes = answers.map((answer) => planAnswer(operation, answer, scope, from));
  if (redirects) shapes.push(object({ location: text }));
  const distinct = new Map(shapes.map((shape) => [JSON.stringify(shape), shape]));
  const [only, ...others] = distinct.values();
  if (only === undefined) return unknown;
  return others.length === 0 ? only : { kind: "union", of: [only, ...others] };
}

function planAnswer(
  operation: Operation,
  { items, kind, mediaType, schema, status }: Operation["result"]["answers"][number],
  scope: TypeScope,
  from: TypeSource,
): TypeShape {
  switch (kind) {
    case "empty":
      return { kind: "keyword", name: "null" };
    case "text":
      return text;
    case "binary":
      return object({ type: text, base64: text });
    case "lines":
      return { kind: "array", items: planType(items, scope) };
    case "events":
      return { kind: "array", items: object({ data: planType(items, scope) }, { event: text, id: text }) };
    case "json":
      if (from === "schemas") return planType(schema, scope);
      return wireType(operation, ["responses", status, "content", mediaType ?? ""]);
  }
}

/**
 * What the types of the wire say of an operation. openapi-typescript does not keep a `#` in its key, and gets a method
 * that it does not know as the POST of a path of its own (emit/types/build-wire-document.ts).
 */
function wireType({ method, operationId, path }: Operation, below: readonly string[]): TypeShape {
  if (operationId !== undefined && !operationId.includes("#"))
    return { kind: "wire", root: wireSymbols.operations, path: [operationId, ...below] };
  const keys = PRINTED.has(method) ? [path, method.toLowerCase()] : [`${method} ${path}`, "post"];
  return { kind: "wire", root: wireSymbols.paths, path: [...keys, ...below] };
}

function object(
  required: Readonly<Record<string, TypeShape>>,
  optional: Readonly<Record<string, TypeShape>> = {},
): TypeShape {
  const list = (shapes: Readonly<Record<string, TypeShape>>, isOptional: boolean): readonly PropertyShape[] =>
    Object.entries(shapes).map(([name, type]) => ({ name, optional: isOptional, type, description: "" }));
  return { kind: "object", properties: [...list(required, false), ...list(optional, true)], rest: undefined };
}
