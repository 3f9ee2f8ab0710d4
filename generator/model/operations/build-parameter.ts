import { asObject, asText } from "../../shared/json.js";
import { joinPointer } from "../../shared/pointer.js";
import type { Resolved } from "../../shared/ref.js";
import { cleanText } from "../clean-text.js";
import type { ModelContext } from "../context.js";
import { readSchemaTypes } from "../schema/read-types.js";
import type { Refuse } from "./raw-operation.js";
import { readMediaType } from "./read-media-type.js";
import { reportNested } from "./report-nested.js";
import { splitDescription } from "./split-description.js";
import type { Input, Style } from "./types.js";

/** The styles of each place, the default first. */
const STYLES: Readonly<Record<Exclude<Input["in"], "body">, readonly Style[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form", "cookie"],
};

/** One parameter of a path, query, header or cookie, with the defaults of the standard filled in. */
export function buildParameter(context: ModelContext, { value, pointer }: Resolved, refuse: Refuse): Input {
  const { document, reporter, schemas } = context;
  const place = asText(value.in) as keyof typeof STYLES;
  const name = asText(value.name);
  const content = Object.entries(asObject(value.content) ?? {})[0];
  const raw = content === undefined ? value.schema : asObject(content[1])?.schema;
  const at =
    content === undefined ? joinPointer(pointer, "schema") : joinPointer(pointer, "content", content[0], "schema");
  const translated = splitDescription(schemas.translate(raw, at, "input"));
  const types = readSchemaTypes(translated.schema, schemas.defs);

  const [usual = "form"] = STYLES[place];
  const written = asText(value.style) || usual;
  const style = content === undefined ? (written as Style) : readContent(content[0]);
  const fix = "Use `schema`, or `content` with JSON or text.";
  if (style === undefined)
    refuse("media-type", `the ${place} parameter ${name} as ${content?.[0]} is not supported`, pointer, fix);
  else if (style === "text" && (types.has("object") || types.has("array")))
    refuse("media-type", `the ${place} parameter ${name} as ${content?.[0]} is not text`, pointer, fix);
  if (content === undefined && !STYLES[place].includes(written as Style))
    refuse(
      "parameter-style",
      `the ${place} style ${written} is not supported`,
      pointer,
      `Use ${STYLES[place].join(", ")}.`,
    );
  if (content === undefined) reportNested(context, name, written as Style, translated.schema, pointer);

  const allowReserved = value.allowReserved === true;
  const reserves = place === "query" || (place === "path" && asText(document.openapi).startsWith("3.2"));
  if (allowReserved && !reserves)
    reporter.spec({
      code: "allow-reserved-unused",
      severity: "warning",
      grouped: true,
      pointer,
      message: `\`allowReserved\` of the ${place} parameter ${name} has no meaning there, so its value is ${place === "header" ? "sent as it is" : "percent-encoded"}.`,
      fix: "Remove `allowReserved`.",
    });
  // A schema that says nothing allows both; a path that says nothing means one value.
  const compound = types.has("array") || types.has("object") || (types.size === 0 && place !== "path");
  return {
    place: `${place}:${name}`,
    in: place,
    name,
    required: place === "path" || value.required === true,
    schema: translated.schema,
    description: cleanText(asText(value.description), 600) || translated.description,
    deprecated: value.deprecated === true,
    style: style ?? "text",
    explode: typeof value.explode === "boolean" ? value.explode : written === "form" || written === "cookie",
    allowReserved: allowReserved && reserves,
    ...(compound && { compound }),
    ...(value.allowEmptyValue === true && place === "query" && style === "form" && compound && { allowEmpty: true }),
    pointer,
  };
}

/** The style of a `content`; undefined for what cannot be written in one line. */
function readContent(mediaType: string): Style | undefined {
  const kind = readMediaType(mediaType);
  return kind === "json" || kind === "text" ? kind : undefined;
}
