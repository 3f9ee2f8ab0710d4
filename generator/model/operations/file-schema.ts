import { asList, asObject, asText, type JsonObject } from "../../shared/json.js";
import { ANNOTATIONS } from "../../shared/keywords.js";
import { readTypes } from "../schema/read-types.js";
import type { JsonSchema } from "../types.js";
import { readMediaType } from "./read-media-type.js";

/** How a file is sent: its bytes, or these as base64 text. */
export type FileKind = "bytes" | "base64";

/** What a model writes for a file. Exactly one of the three contents is enforced when the request is built. */
export const FILE_SCHEMA: JsonSchema = {
  type: "object",
  properties: {
    name: { type: "string", description: "File name." },
    type: { type: "string", description: "Media type." },
    base64: { type: "string" },
    text: { type: "string" },
    path: { type: "string", description: "Path of a file that the host can read." },
  },
  additionalProperties: false,
};

/** What the description of a file argument adds. */
export const FILE_HINT = "A file with exactly one of `base64`, `text` and `path`.";

/**
 * Whether a property of a multipart body is a file.
 *
 * @param raw - its schema as the document writes it, references resolved
 * @param contentType - of its `encoding`
 */
export function readFileKind(raw: JsonObject, version: string, contentType: string): FileKind | undefined {
  const types = readTypes(raw.type);
  if (types.length > 0 && !types.includes("string")) return undefined;
  if (raw.format === "binary") return "bytes";
  if (types.length === 0 && Object.keys(raw).some((keyword) => !ANNOTATIONS.has(keyword) && !isContent(keyword)))
    return undefined;
  if (/^base64/.test(asText(raw.contentEncoding))) return "base64";
  const mediaType = asText(raw.contentMediaType) || contentType;
  if (mediaType !== "") return readMediaType(mediaType) === "binary" ? "bytes" : undefined;
  return version !== "3.0" && types.length === 0 && asList(raw.type).length === 0 ? "bytes" : undefined;
}

/** Whether a whole body of a type that may be anything holds bytes. */
export function isBinarySchema(raw: JsonObject | undefined): boolean {
  return raw?.format === "binary" || (asObject(raw)?.contentMediaType !== undefined && raw?.type === undefined);
}

function isContent(keyword: string): boolean {
  return keyword === "contentMediaType" || keyword === "contentEncoding" || keyword.startsWith("x-");
}
