import { asList, asObject, asText, type Json, type JsonObject } from "../../shared/json.js";
import { compareText } from "../../shared/order.js";
import { refPointer, splitPointer } from "../../shared/pointer.js";
import { resolveRef } from "../../shared/ref.js";
import { wireNote } from "./wire-note.js";
import { printRef } from "./wire-refs.js";
import { buildWireSchema, type WireScope } from "./wire-schema.js";

/** The parts of operations in their wire form. */
export interface WireOperations {
  operation(raw: JsonObject): JsonObject;
  parameters(list: readonly Json[]): readonly JsonObject[];
  /** The components that are not schemas. */
  readonly components: Readonly<Record<string, JsonObject>>;
}

type Kind = "headers" | "parameters" | "requestBodies" | "responses";

export function createWireOperations(document: JsonObject, scope: WireScope): WireOperations {
  const shared = asObject(document.components) ?? {};
  const builders: Readonly<Record<Kind, (value: JsonObject) => JsonObject | undefined>> = {
    headers: buildHeader,
    parameters: buildParameter,
    requestBodies: buildRequestBody,
    responses: buildResponse,
  };
  const components = new Map<Kind, JsonObject>();
  // Responses refer to headers, which come before them.
  for (const kind of Object.keys(builders) as Kind[]) {
    const resolved = buildMap(shared[kind], (raw) => {
      const value = resolveRef(document, raw, "")?.value;
      return value === undefined ? undefined : builders[kind](value);
    });
    components.set(kind, resolved);
  }

  /** A reference to a component stays one; what is anywhere else is written out. */
  function build(kind: Kind, raw: Json | undefined): JsonObject | undefined {
    const [root, held, name = "", ...below] = splitPointer(refPointer(asText(asObject(raw)?.$ref)) ?? "");
    const isComponent = root === "components" && held === kind && below.length === 0;
    if (isComponent && Object.hasOwn(components.get(kind) ?? {}, name)) return { $ref: printRef(kind, name) };
    const value = resolveRef(document, raw, "")?.value;
    return value === undefined ? undefined : builders[kind](value);
  }

  function content(raw: Json | undefined): JsonObject {
    return buildMap(raw, (value) => {
      const schema = resolveRef(document, value, "")?.value.schema;
      return schema === undefined ? {} : { schema: buildWireSchema(schema, scope) };
    });
  }

  /** Parameters and headers have a schema, or one media type with a schema. */
  function schemaOf(value: JsonObject): JsonObject {
    const [only] = Object.values(asObject(value.content) ?? {});
    const schema = only === undefined ? value.schema : resolveRef(document, only, "")?.value.schema;
    return schema === undefined ? {} : { schema: buildWireSchema(schema, scope) };
  }

  function buildParameter(value: JsonObject): JsonObject | undefined {
    const { name, in: place } = value;
    if (typeof name !== "string" || typeof place !== "string") return undefined;
    return { ...wireNote(value), name, in: place, required: value.required === true, ...schemaOf(value) };
  }

  function buildHeader(value: JsonObject): JsonObject {
    return { ...wireNote(value), required: value.required === true, ...schemaOf(value) };
  }

  function buildRequestBody(value: JsonObject): JsonObject {
    return { ...wireNote(value), required: value.required === true, content: content(value.content) };
  }

  function buildResponse(value: JsonObject): JsonObject {
    const headers = buildMap(value.headers, (raw) => build("headers", raw));
    return { ...wireNote(value), headers, content: content(value.content) };
  }

  function parameters(list: readonly Json[]): readonly JsonObject[] {
    return list.map((raw) => build("parameters", raw)).filter((parameter) => parameter !== undefined);
  }

  return {
    operation(raw) {
      const body = build("requestBodies", raw.requestBody);
      const responses = buildMap(raw.responses, (response) => build("responses", response));
      const requestBody = body === undefined ? {} : { requestBody: body };
      return { ...wireNote(raw), parameters: parameters(asList(raw.parameters)), ...requestBody, responses };
    },
    parameters,
    components: Object.fromEntries(components),
  };
}

/** A map sorted by name, without the entries that nothing can be made of. */
function buildMap(raw: Json | undefined, build: (value: Json) => JsonObject | undefined): JsonObject {
  const built = Object.entries(asObject(raw) ?? {}).flatMap(([key, value]): [string, Json][] => {
    const part = build(value);
    return part === undefined ? [] : [[key, part]];
  });
  return Object.fromEntries(built.sort(([a], [b]) => compareText(a, b)));
}
