import { asObject, asText, type Json, ownValue } from "../../shared/json.js";
import { joinPointer } from "../../shared/pointer.js";
import { type Resolved, resolveRef } from "../../shared/ref.js";
import { isArgumentName } from "../clean-argument-name.js";
import { cleanText } from "../clean-text.js";
import type { ModelContext } from "../context.js";
import { buildBodyInputs } from "./build-body-inputs.js";
import { buildFormParts, readPartFile } from "./build-form-parts.js";
import { buildWholeInput } from "./build-whole-input.js";
import { type ChosenMediaType, chooseMediaType } from "./choose-media-type.js";
import { isBinarySchema } from "./file-schema.js";
import { flattenObject } from "./flatten-object.js";
import type { RawOperation, Refuse } from "./raw-operation.js";
import { readMediaType } from "./read-media-type.js";
import { operationKeys } from "./read-methods.js";
import { readProperties } from "./read-properties.js";
import { reportNested } from "./report-nested.js";
import { reportNestedFiles } from "./report-nested-files.js";
import type { Body, Input } from "./types.js";

/** The request body as inputs: one for each property of a plain object, else one for the whole. */
export function buildBody(
  context: ModelContext,
  { item, method, raw }: RawOperation,
  refuse: Refuse,
): { readonly body: Body | undefined; readonly inputs: readonly Input[] } {
  const none = { body: undefined, inputs: [] };
  const { document, schemas } = context;
  const at = joinPointer(item.pointer, ...operationKeys(method), "requestBody");
  const request = resolveRef(document, raw.requestBody, at);
  const content = asObject(request?.value.content);
  if (request === undefined || content === undefined) return none;
  const required = request.value.required === true;
  if (method === "GET" || method === "HEAD") {
    if (required || !Object.values(content).every(isEmpty)) leaveOut(context, method, required, request, refuse);
    return none;
  }

  const mediaOf = (key: string): Resolved => ({
    value: asObject(content[key]) ?? {},
    pointer: joinPointer(request.pointer, "content", key),
  });
  const chosen = chooseMediaType(Object.keys(content), (key) => holdsFile(context, mediaOf(key), key));
  if (chosen === undefined) {
    const [first] = Object.keys(content);
    const fix = "Use JSON, a form, multipart/form-data, text or a file.";
    if (first !== undefined) refuse("media-type", `the request body ${first} is not supported`, request.pointer, fix);
    return none;
  }
  const { encoding, key, mediaType, others } = chosen;
  const media = mediaOf(key);
  const pointer = joinPointer(media.pointer, "schema");
  const described = cleanText(asText(request.value.description), 600);
  const schema = encoding === "binary" ? {} : schemas.translate(media.value.schema, pointer, "input");
  const isForm = encoding === "form" || encoding === "multipart";
  const properties = readProperties(document, media.value.schema, pointer);
  const parts = isForm ? buildFormParts(context, media, encoding, properties, refuse) : {};
  const body: Body = {
    required,
    mediaType,
    encoding,
    flat: false,
    needs: [],
    ...(Object.keys(parts).length > 0 && { parts }),
    ...(others.length > 0 && { others }),
  };
  reportLost(context, chosen, [...properties.keys()], mediaOf);
  reportNestedFiles(context, body, media.value.schema, pointer, properties);

  const flat = encoding === "json" || isForm ? flattenObject(schema, schemas.defs) : undefined;
  // In JSON, an argument is named as its property, or the body stays one argument. Fields of a form are like those of a query.
  if (flat === undefined || (!isForm && ![...flat.properties.keys()].every(isArgumentName))) {
    const files = Object.keys(parts).filter((name) => parts[name]?.file !== undefined);
    if (files.length > 0)
      refuse(
        "form-schema",
        `the file ${files[0]} is in a form that is not a plain object`,
        pointer,
        "List its properties.",
      );
    const whole = buildWholeInput(
      context,
      chosen,
      { schema, raw: media.value.schema, described, required, pointer },
      refuse,
    );
    return { body, inputs: [whole] };
  }
  for (const [name, { style }] of Object.entries(parts)) {
    const property = flat.properties.get(name);
    if (style && property) reportNested(context, name, style, property, joinPointer(media.pointer, "encoding", name));
  }
  const inputs = buildBodyInputs(flat, { required, parts, properties, pointer });
  const needs = required ? [] : [...flat.required];
  return { body: { ...body, flat: true, needs, ...(required && flat.notEmpty && { notEmpty: true }) }, inputs };
}

/** A body of an object that lists no property says that there is none. */
function isEmpty(media: Json): boolean {
  const schema = asObject(asObject(media)?.schema);
  const properties = asObject(schema?.properties);
  return properties !== undefined && Object.keys(properties).length === 0 && schema?.additionalProperties === undefined;
}

/** `fetch` sends no body with these methods: an optional one is left out, a required one costs the operation. */
function leaveOut(
  { reporter }: ModelContext,
  method: string,
  required: boolean,
  { pointer }: Resolved,
  refuse: Refuse,
): void {
  const fix = "Declare query parameters, or use another method.";
  if (required) refuse("body-not-allowed", `a ${method} request cannot have a body`, pointer, fix);
  else
    reporter.spec({
      code: "body-not-allowed",
      severity: "warning",
      grouped: true,
      pointer,
      message: `A ${method} request cannot have a body, so the optional one is left out.`,
      fix,
    });
}

/** Whether what a media type holds is a file, or has one. */
function holdsFile(context: ModelContext, { value, pointer }: Resolved, key: string): boolean {
  const { document } = context;
  if (readMediaType(key) !== "multipart") return isBinarySchema(resolveRef(document, value.schema, "")?.value);
  const encoding = asObject(value.encoding);
  return [...readProperties(document, value.schema, pointer)].some(([name, property]) => {
    const contentType = asText(asObject(ownValue(encoding, name))?.contentType);
    return readPartFile(context, property.value, contentType) !== undefined;
  });
}

/** What only a media type that is not chosen can send. */
function reportLost(
  { document, reporter }: ModelContext,
  { mediaType, others }: ChosenMediaType,
  names: readonly string[],
  mediaOf: (key: string) => Resolved,
): void {
  const known = new Set(names);
  for (const other of others) {
    const { value, pointer } = mediaOf(other);
    const lost = [...readProperties(document, value.schema, pointer).keys()].filter((name) => !known.has(name));
    if (lost[0] === undefined || readMediaType(other) === "text") continue;
    reporter.spec({
      code: "media-type-choice",
      severity: "warning",
      pointer,
      message: `The body is sent as ${mediaType}, so that ${lost.slice(0, 5).join(", ")} of ${other} cannot be sent.`,
      fix: `Remove the media types that tools should not use with an overlay.`,
    });
  }
}
