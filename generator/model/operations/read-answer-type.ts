import { asObject, asText, type Json } from "../../shared/json.js";
import { compareText } from "../../shared/order.js";
import { readMediaType } from "./read-media-type.js";

/** What the content of a response is for a caller: `events` and `lines` are streams. */
export type AnswerKind = "json" | "text" | "binary" | "lines" | "events";

/** One media type of a response, or a range such as `text/*`. */
export interface AnswerType {
  readonly mediaType: string;
  readonly kind: AnswerKind;
}

/** The order in which they are asked for: what a model reads best comes first, what may never end comes last. */
const PREFERENCE: readonly AnswerKind[] = ["json", "text", "binary", "lines", "events"];

/** The media types of one response, the best one first. */
export function readAnswerTypes(content: Readonly<Record<string, Json>>): readonly AnswerType[] {
  return Object.keys(content)
    .filter((mediaType) => !mediaType.startsWith("x-"))
    .sort(compareText)
    .map((mediaType) => ({ mediaType, kind: readKind(mediaType, asObject(content[mediaType])?.schema) }))
    .sort((a, b) => rank(a) - rank(b));
}

/** Whether a text is a media type that a header can name, with parameters or without. */
export function isMediaType(text: string): boolean {
  return /^[\w!#$&^.+*-]{1,127}\/[\w!#$&^.+*-]{1,127}(?: ?; ?[\w.-]{1,127}=(?:[\w.+/-]{1,127}|"[\w .:/+-]{0,127}"))*$/.test(
    text,
  );
}

function rank({ kind, mediaType }: AnswerType): number {
  return 2 * PREFERENCE.indexOf(kind) + (mediaType === "application/json" ? 0 : 1);
}

function readKind(mediaType: string, schema: Json | undefined): AnswerKind {
  // A name that is no media type may still say what is meant.
  if (!isMediaType(mediaType)) return /json/i.test(mediaType) ? "json" : "text";
  if (/json-seq|ndjson|jsonl|json-?lines|json-stream|stream\+json/i.test(mediaType)) return "lines";
  const kind = readMediaType(mediaType);
  if (kind === "json" && asText(asObject(schema)?.format) === "binary") return "binary";
  if (kind === "stream") return "events";
  return kind === "json" || kind === "binary" ? kind : "text";
}
