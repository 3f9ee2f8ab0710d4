import { asList, asObject, asText, type Json, type JsonObject, ownValue } from "../../shared/json.js";
import { joinPointer } from "../../shared/pointer.js";
import { type Resolved, resolveRef } from "../../shared/ref.js";
import type { ModelContext } from "../context.js";
import { readTypes } from "../schema/read-types.js";
import { readFileKind } from "./file-schema.js";
import type { Refuse } from "./raw-operation.js";
import { readMediaType } from "./read-media-type.js";
import type { Body, FormPart, Style } from "./types.js";

const STYLES: readonly string[] = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];

/** How each property of a form is written: `encoding` of the media type, and which properties are files. */
export function buildFormParts(
  context: ModelContext,
  media: Resolved,
  encoding: Body["encoding"],
  properties: ReadonlyMap<string, Resolved>,
  refuse: Refuse,
): Readonly<Record<string, FormPart>> {
  const written = asObject(media.value.encoding) ?? {};
  const names = new Set([...properties.keys(), ...Object.keys(written)]);
  return Object.fromEntries(
    [...names].flatMap((name): [string, FormPart][] => {
      const pointer = joinPointer(media.pointer, "encoding", name);
      const part = buildPart(
        context,
        asObject(ownValue(written, name)),
        properties.get(name),
        encoding,
        name,
        pointer,
        refuse,
      );
      return part === undefined ? [] : [[name, part]];
    }),
  );
}

/** Undefined where the default of the property's type holds. */
function buildPart(
  context: ModelContext,
  written: JsonObject = {},
  property: Resolved | undefined,
  encoding: Body["encoding"],
  name: string,
  pointer: string,
  refuse: Refuse,
): FormPart | undefined {
  const contentType = asText(written.contentType);
  const file = encoding === "multipart" && property ? readPartFile(context, property.value, contentType) : undefined;
  const hasStyle =
    file === undefined && ["style", "explode", "allowReserved"].some((key) => written[key] !== undefined);
  const style = hasStyle ? ((asText(written.style) || "form") as Style) : undefined;
  if (style !== undefined && !STYLES.includes(style))
    refuse(
      "encoding-style",
      `the style ${style} of the form property ${name} is not supported`,
      pointer,
      `Use ${STYLES.join(", ")}.`,
    );
  const mediaType = hasStyle || contentType === "" ? undefined : contentType;
  const types = readTypes(property?.value.type);
  const isNested = types.includes("object") || property?.value.properties !== undefined;
  if (mediaType !== undefined && file === undefined && isNested && readMediaType(mediaType) !== "json")
    refuse(
      "media-type",
      `an object as ${mediaType} in the form property ${name} is not supported`,
      pointer,
      "Use application/json.",
    );
  // How LOAD writes the lists of Swagger 2.0 that OpenAPI has no style for.
  if (contentType.startsWith("application/vnd.swagger."))
    refuse("media-type", `the form property ${name} as ${contentType} is not supported`, pointer, "Write it as csv.");
  if (/[^ -~]/.test(contentType))
    refuse(
      "media-type",
      `the media type of the form property ${name} has a character that no header can`,
      pointer,
      "Remove it.",
    );
  const headers = encoding === "multipart" ? readHeaders(context, written, name, pointer, refuse) : {};
  if (style === undefined && mediaType === undefined && file === undefined && Object.keys(headers).length === 0)
    return undefined;
  return {
    style,
    explode: typeof written.explode === "boolean" ? written.explode : style === "form",
    allowReserved: written.allowReserved === true,
    mediaType,
    headers,
    file,
  };
}

/** The kind of a file, or of the files in a list. */
export function readPartFile(
  { document, loaded }: ModelContext,
  raw: JsonObject,
  contentType: string,
): FormPart["file"] {
  const isList = readTypes(raw.type).includes("array") || raw.items !== undefined;
  const each = isList ? resolveRef(document, raw.items, "")?.value : raw;
  return each && readFileKind(each, loaded.version, contentType);
}

/** Headers of a part whose value the document fixes; a model cannot set one. */
function readHeaders(
  { document, reporter }: ModelContext,
  written: JsonObject,
  name: string,
  pointer: string,
  refuse: Refuse,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(asObject(written.headers) ?? {}).flatMap(([header, value]): [string, string][] => {
      const at = joinPointer(pointer, "headers", header);
      const found = resolveRef(document, value, at)?.value ?? {};
      const text = fixedValue(resolveRef(document, found.schema, at)?.value);
      // The media type of a part is `contentType`.
      if (/^content-type$/i.test(header)) return [];
      const isSafe = /^[\w!#$%&'*+.^`|~-]+$/.test(header) && !/[^\t -~]/.test(`${text ?? ""}`);
      if (isSafe && text !== undefined)
        return [[/^content-disposition$/i.test(header) ? "Content-Disposition" : header, `${text}`]];
      const fix = "Give its schema a `const` or a `default`.";
      const reason = `the header ${header} of the part ${name} has no fixed value`;
      if (found.required === true || !isSafe) refuse("encoding-header", reason, at, fix);
      else
        reporter.spec({
          code: "encoding-header",
          severity: "warning",
          grouped: true,
          pointer: at,
          message: `It is not sent: ${reason}.`,
          fix,
        });
      return [];
    }),
  );
}

function fixedValue(schema: JsonObject | undefined): Json | undefined {
  const values = asList(schema?.enum);
  const value = schema?.const ?? (values.length === 1 ? values[0] : schema?.default);
  return typeof value === "object" ? undefined : value;
}
