import { isObject, type MutableJson, type MutableObject, ownValue, setOwn } from "../../shared/json.js";
import { joinPointer, refPointer, splitPointer } from "../../shared/pointer.js";
import { dropFormats, findFormat } from "./list-formats.js";
import { readForm } from "./read-form.js";
import { joinBodies, readParameters, type SwaggerParameters } from "./read-parameters.js";

/** What the operations of a document share. */
export interface Shared {
  readonly document: MutableObject;
  readonly consumes: readonly string[];
  readonly produces: readonly string[];
  /** Keeps a schema, and returns what stands for it until it is put back. */
  hold(schema: MutableJson): MutableObject;
  /** Says where a pointer of the converted document was before. */
  move(pointer: string, before: string): void;
}

/** An operation that says everything itself and has at most one body, and what the conversion cannot be told. */
export interface Simplified {
  readonly operation: MutableObject;
  /** For each converted parameter, the way to write a list that OpenAPI lacks; undefined for almost all. */
  readonly formats: readonly (string | undefined)[];
  readonly odd: readonly MutableJson[];
  /** Encoding of the fields of a form. */
  readonly encoding: MutableObject;
}

/** Writes an operation so that nothing depends on the document, its path, or a reference to a body. */
export function simplifyOperation(
  shared: Shared,
  pathParameters: SwaggerParameters,
  raw: MutableObject,
  at: string,
): Simplified {
  const own = readParameters(shared.document, raw.parameters, joinPointer(at, "parameters"));
  const { bodies, fields } = joinBodies(own, pathParameters);
  const consumes = readTypes(raw.consumes) ?? shared.consumes;
  const parameters: MutableObject[] = own.plain.map(({ value, pointer }, index) => {
    const place = joinPointer(at, "parameters", String(index));
    shared.move(place, pointer);
    shared.move(joinPointer(place, "schema"), pointer);
    return simplifyParameter(value);
  });
  const odd = [...own.odd, ...(bodies.length > 0 ? fields : []), ...bodies.slice(1)];
  for (const [index, { pointer }] of odd.entries())
    shared.move(joinPointer(at, "parameters", String(parameters.length + index)), pointer);

  const [body] = bodies;
  const form = body === undefined && fields.length > 0 ? readForm(fields, consumes) : undefined;
  const types = form?.mediaTypes ?? consumes;
  const request = joinPointer(at, "requestBody");
  if (body !== undefined) {
    parameters.push({ ...body.value, schema: shared.hold(body.value.schema ?? {}) });
    shared.move(request, body.pointer);
    for (const type of types)
      shared.move(joinPointer(request, "content", type, "schema"), joinPointer(body.pointer, "schema"));
  } else if (form !== undefined) {
    parameters.push({ name: "form", in: "body", required: form.required, schema: shared.hold(form.schema) });
    shared.move(request, fields[0]?.pointer ?? at);
    for (const type of types) {
      for (const { value, pointer } of fields)
        shared.move(joinPointer(request, "content", type, "schema", "properties", String(value.name)), pointer);
    }
  }
  const operation = {
    consumes: [...types],
    produces: [...(readTypes(raw.produces) ?? shared.produces)],
    parameters,
    responses: simplifyResponses(shared, raw, at),
  };
  return {
    operation,
    formats: own.plain.map(({ value }) => findFormat(value)),
    odd: odd.map(({ value }) => value),
    encoding: form?.encoding ?? {},
  };
}

/** A copy of a parameter for the conversion, which takes it apart. */
export function simplifyParameter(value: MutableObject): MutableObject {
  return isObject(value.items) ? { ...value, items: dropFormats(value.items) } : { ...value };
}

/** The responses with their schemas held; a shared response depends on what the operation produces. */
function simplifyResponses({ document, hold, move }: Shared, raw: MutableObject, at: string): MutableObject {
  const responses: MutableObject = {};
  for (const [status, value] of isObject(raw.responses) ? Object.entries(raw.responses) : []) {
    if (!isObject(value)) continue;
    const place = joinPointer(at, "responses", status);
    const target = typeof value.$ref === "string" ? refPointer(value.$ref) : undefined;
    const found =
      target === undefined
        ? value
        : splitPointer(target).reduce<MutableJson | undefined>((each, key) => ownValue(each, key), document);
    if (!isObject(found)) {
      setOwn(responses, status, { ...value });
      continue;
    }
    const { schema, examples: _, ...response } = found;
    const before = target ?? place;
    move(place, before);
    for (const type of readTypes(raw.produces) ?? readTypes(document.produces) ?? ["application/json"])
      move(joinPointer(place, "content", type, "schema"), joinPointer(before, "schema"));
    setOwn(responses, status, schema === undefined ? response : { ...response, schema: hold(schema) });
  }
  return responses;
}

/** A list of media types; undefined if there is none. */
export function readTypes(value: MutableJson | undefined): readonly string[] | undefined {
  const types = (Array.isArray(value) ? value : []).filter((type) => typeof type === "string");
  return types.length > 0 ? [...new Set(types)] : undefined;
}
