import { asObject, asText } from "../../shared/json.js";
import { joinPointer } from "../../shared/pointer.js";
import type { Resolved } from "../../shared/ref.js";
import { cleanText } from "../clean-text.js";
import type { ModelContext } from "../context.js";
import { readSchemaTypes } from "../schema/read-types.js";
import type { Refuse } from "./raw-operation.js";
import { readMediaType } from "./read-media-type.js";
import { splitDescription } from "./split-description.js";
import type { Input } from "./types.js";

const STYLES = {
  path: ["simple"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
} as const;

/** One parameter of a path, query, header or cookie, with the defaults of the standard filled in. */
export function buildParameter({ schemas }: ModelContext, { value, pointer }: Resolved, refuse: Refuse): Input {
  const place = asText(value.in) as keyof typeof STYLES;
  const name = asText(value.name);
  const content = Object.entries(asObject(value.content) ?? {})[0];
  const raw = content === undefined ? value.schema : asObject(content[1])?.schema;
  const at =
    content === undefined ? joinPointer(pointer, "schema") : joinPointer(pointer, "content", content[0], "schema");
  const translated = splitDescription(schemas.translate(raw, at, "input"));

  const styles: readonly string[] = STYLES[place];
  const written = asText(value.style) || (styles[0] ?? "form");
  const json = content !== undefined && readMediaType(content[0]) === "json";
  if (content !== undefined && !json)
    refuse("media-type", `the ${place} parameter ${name} as ${content[0]} is not supported`, pointer);
  if (!styles.includes(written)) refuse("parameter-style", `the ${place} style ${written} is not supported`, pointer);
  const types = readSchemaTypes(translated.schema, schemas.defs);
  if (!json && place !== "query")
    for (const type of place === "header" ? ["object"] : ["array", "object"])
      if (types.has(type))
        refuse("parameter-style", `the ${place} parameter ${name} of type ${type} is not supported`, pointer);

  return {
    place: `${place}:${name}`,
    in: place,
    name,
    required: place === "path" || value.required === true,
    schema: translated.schema,
    description: cleanText(asText(value.description), 600) || translated.description,
    deprecated: value.deprecated === true,
    style: json ? "json" : (written as NonNullable<Input["style"]>),
    explode: typeof value.explode === "boolean" ? value.explode : written === "form",
    allowReserved: value.allowReserved === true,
    pointer,
  };
}
