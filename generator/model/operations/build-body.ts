import { asObject, asText, ownValue } from "../../shared/json.js";
import { compareText } from "../../shared/order.js";
import { joinPointer } from "../../shared/pointer.js";
import { resolveRef } from "../../shared/ref.js";
import { isArgumentName } from "../clean-argument-name.js";
import { cleanText } from "../clean-text.js";
import type { ModelContext } from "../context.js";
import type { JsonSchema } from "../types.js";
import { flattenObject } from "./flatten-object.js";
import type { RawOperation, Refuse } from "./raw-operation.js";
import { type ContentKind, readMediaType } from "./read-media-type.js";
import { operationKeys } from "./read-methods.js";
import { splitDescription } from "./split-description.js";
import type { Body, Input } from "./types.js";

/** Media types in the order in which a body is preferred. */
const PREFERENCE: readonly ContentKind[] = ["json", "form", "text", "binary"];

/** The request body as inputs: one for each property of a plain object, else one for the whole. */
export function buildBody(
  { document, schemas }: ModelContext,
  { item, method, raw }: RawOperation,
  refuse: Refuse,
): { readonly body: Body | undefined; readonly inputs: readonly Input[] } {
  const at = joinPointer(item.pointer, ...operationKeys(method), "requestBody");
  const request = resolveRef(document, raw.requestBody, at);
  const content = asObject(request?.value.content);
  if (request === undefined || content === undefined) return { body: undefined, inputs: [] };

  const offered = Object.keys(content).sort(compareText);
  const mediaType = PREFERENCE.flatMap((kind) => offered.filter((type) => readMediaType(type) === kind)).sort(
    (a, b) => Number(b === "application/json") - Number(a === "application/json"),
  )[0];
  if (mediaType === undefined) {
    if (offered[0] !== undefined)
      refuse("media-type", `the request body ${offered[0]} is not supported`, request.pointer);
    return { body: undefined, inputs: [] };
  }
  const encoding = readMediaType(mediaType) as Body["encoding"];
  const required = request.value.required === true;
  const rawSchema = asObject(content[mediaType])?.schema;
  const pointer = joinPointer(request.pointer, "content", mediaType, "schema");
  const described = cleanText(asText(request.value.description), 600);
  const schema = encoding === "binary" ? {} : schemas.translate(rawSchema, pointer, "input");
  const sent = mediaType.includes("*") ? "application/json" : mediaType;
  const body = { required, mediaType: sent, encoding, needs: [] };

  const flat = encoding === "json" || encoding === "form" ? flattenObject(schema, schemas.defs) : undefined;
  // A property name that is not a valid argument name must not be changed, so the body stays one argument.
  if (flat === undefined || ![...flat.properties.keys()].every(isArgumentName)) {
    const whole = wholeInput(encoding, schema, described, required, pointer);
    return { body: { ...body, flat: false }, inputs: [whole] };
  }
  const holder = resolveRef(document, rawSchema, pointer);
  const inputs = [...flat.properties].map(([name, property]): Input => {
    const rawProperty = asObject(ownValue(asObject(holder?.value.properties), name));
    return {
      ...splitDescription(property),
      place: joinPointer("body:", name),
      in: "body",
      name,
      required: required && flat.required.has(name),
      deprecated: rawProperty?.deprecated === true,
      style: undefined,
      explode: false,
      allowReserved: false,
      pointer: joinPointer(holder?.pointer ?? pointer, "properties", name),
    };
  });
  const needs = required ? [] : [...flat.required].filter((name) => flat.properties.has(name));
  return { body: { ...body, flat: true, needs }, inputs };
}

function wholeInput(
  encoding: Body["encoding"],
  translated: JsonSchema,
  described: string,
  required: boolean,
  pointer: string,
): Input {
  const { schema, description } = splitDescription(translated);
  const text = encoding === "text" || encoding === "binary";
  const said = described || description;
  return {
    place: "body:",
    in: "body",
    name: "",
    required,
    schema:
      encoding === "binary"
        ? { type: "string", contentEncoding: "base64" }
        : text
          ? { type: "string", ...schema }
          : schema,
    description: encoding === "binary" ? [said, "Base64."].filter(Boolean).join(" ") : said,
    deprecated: false,
    style: undefined,
    explode: false,
    allowReserved: false,
    pointer,
  };
}
