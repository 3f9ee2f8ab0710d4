import { asList, asObject, asText, type Json } from "../../shared/json.js";
import { joinPointer } from "../../shared/pointer.js";
import { type Resolved, resolveRef } from "../../shared/ref.js";
import type { ModelContext } from "../context.js";
import type { Refuse } from "./raw-operation.js";

const FORM = "application/x-www-form-urlencoded";

/** What makes a schema more than its own properties. */
const OPEN = ["allOf", "anyOf", "oneOf", "not", "if", "patternProperties", "additionalProperties"];

/**
 * A parameter that is the whole query string, as the parameters of a query that it stands for: one for each property of
 * a form, which a query string is. Any other content leaves the operation out.
 */
export function readQuerystring(
  { document }: ModelContext,
  { value, pointer }: Resolved,
  refuse: Refuse,
): readonly Resolved[] {
  const name = asText(value.name);
  const [mediaType = "", media] = Object.entries(asObject(value.content) ?? {})[0] ?? [];
  const at = joinPointer(pointer, "content", mediaType, "schema");
  const schema = resolveRef(document, asObject(media)?.schema, at);
  const properties = Object.entries(asObject(schema?.value.properties) ?? {});
  const isClosed = (keyword: string): boolean =>
    schema?.value[keyword] === undefined || schema.value[keyword] === false;
  if (mediaType !== FORM || schema === undefined || properties.length === 0 || !OPEN.every(isClosed)) {
    const what = mediaType === FORM ? "whose schema is more than a list of properties" : `as ${mediaType || "nothing"}`;
    refuse("querystring", `the query string ${name} ${what} is not supported`, pointer);
    return [];
  }
  const encoding = asObject(asObject(media)?.encoding) ?? {};
  const required = asList(schema.value.required);
  return properties.map(([property, raw]): Resolved => {
    const how = asObject(encoding[property]) ?? {};
    return {
      value: {
        name: property,
        in: "query",
        required: value.required === true && required.includes(property),
        ...(how.style === undefined && isStructure(document, raw)
          ? { content: { "application/json": { schema: raw } } }
          : { schema: raw, ...pick(how, ["style", "explode", "allowReserved"]) }),
      },
      pointer: joinPointer(schema.pointer, "properties", property),
    };
  });
}

/** An object in a form is JSON text, unless its encoding has a style. */
function isStructure(document: Json, raw: Json): boolean {
  const schema = resolveRef(document, raw, "")?.value;
  return schema?.type === "object" || schema?.properties !== undefined;
}

function pick(object: { readonly [key: string]: Json }, keys: readonly string[]): { readonly [key: string]: Json } {
  return Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)));
}
