import { own } from "../../json.js";
import type { BodyPart, EncodeBody } from "../../operation.js";
import { printText } from "../encode-text.js";
import { chooseType, readContent, writeBase64 } from "../files/file-content.js";
import { exactText } from "../styles/exact-text.js";
import { printJson } from "./exact-json.js";

/** One part: its own headers, and its content. */
interface Part {
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Uint8Array;
}

/** `multipart/form-data`, or the type under the empty name of `parts`: a part for each property and item of a list. */
export const multipartBody: EncodeBody = (value, { parts: settings }) => {
  const parts = Object.entries(value as object).flatMap(([name, each]) =>
    each == null ? [] : writeParts(name, each, own(settings, name) ?? {}),
  );
  const boundary = chooseBoundary(parts);
  const encoder = new TextEncoder();
  const pieces = parts.flatMap(({ headers, content }) => {
    const lines = Object.entries(headers).map(([name, text]) => `${name}: ${text}\r\n`);
    return [encoder.encode(`--${boundary}\r\n${lines.join("")}\r\n`), content, encoder.encode("\r\n")];
  });
  pieces.push(encoder.encode(`--${boundary}--\r\n`));
  const body = new Uint8Array(pieces.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const piece of pieces) {
    body.set(piece, at);
    at += piece.length;
  }
  return {
    body: body.buffer,
    mediaType: `${own(settings, "")?.mediaType ?? "multipart/form-data"}; boundary=${boundary}`,
  };
};

function writeParts(name: string, value: unknown, part: BodyPart): readonly Part[] {
  const { encode = exactText, file, style } = part;
  if (style) {
    // The pairs that the style would write into a query, without their encoding: a part has none.
    const pairs = style(name, value, (each) => encode(each, name)).split("&");
    return pairs.filter(Boolean).map((pair) => {
      const [key = "", text = ""] = pair.split("=").map(decodeURIComponent);
      return writePart(key, text, part);
    });
  }
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((each, index) => {
    if (!file) return writePart(name, each, part);
    const {
      bytes,
      name: filename = "file",
      type,
    } = readContent(each, Array.isArray(value) ? `${name}[${index}]` : name);
    const content = file === "base64" ? new TextEncoder().encode(writeBase64(bytes)) : bytes;
    const ending = `; filename="${quote(filename)}"`;
    return { headers: { ...head(name, ending, part), "Content-Type": chooseType(type, part.mediaType) }, content };
  });
}

/** A part that is no file: text, or JSON where the value is an object or the media type says so. */
function writePart(name: string, value: unknown, part: BodyPart): Part {
  const type = part.mediaType?.split(",")[0] ?? (typeof value === "object" ? "application/json" : undefined);
  const isJson = type !== undefined && /[/+]json\b/i.test(type);
  return {
    headers: { ...head(name, "", part), ...(type && { "Content-Type": type }) },
    content: new TextEncoder().encode(isJson ? printJson(value) : printText(value)),
  };
}

function head(name: string, ending: string, { headers }: BodyPart): Readonly<Record<string, string>> {
  return { "Content-Disposition": `form-data; name="${quote(name)}"${ending}`, ...headers };
}

/** What would end a quoted name is written as browsers write it. */
function quote(name: string): string {
  return name.replace(/["\r\n]/g, encodeURIComponent);
}

/** A line that no content contains. */
function chooseBoundary(parts: readonly Part[]): string {
  const decoder = new TextDecoder("latin1");
  for (;;) {
    const boundary = `part-${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`;
    if (!parts.some(({ content }) => decoder.decode(content).includes(boundary))) return boundary;
  }
}
