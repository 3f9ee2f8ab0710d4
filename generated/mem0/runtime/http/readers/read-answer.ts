import type { ReadAnswer } from "../../operation.js";
import { parseJson } from "../../parse-json.js";
import { readBytes } from "../read-bytes.js";

/**
 * The default. JSON where the response is JSON, whatever its header says; else text where its bytes are text; else bytes.
 * An empty response is null.
 */
export const readAnswer: ReadAnswer = async (answer, reading) => {
  const bytes = await readBytes(answer, reading);
  if (!bytes.length) return null;
  const type = answer.headers.get("content-type") ?? "";
  const text = decodeText(bytes, type);
  if (text === undefined) return encodeBytes(bytes, type);
  try {
    return parseJson(text);
  } catch {
    return text;
  }
};

/** Bytes as text in the charset of their media type, else in UTF-8; undefined where they are no text. */
export function decodeText(bytes: Uint8Array, type: string): string | undefined {
  // What calls itself text and is not UTF-8 is in the charset that browsers assume.
  for (const charset of [/charset="?([^\s;"]+)/i.exec(type)?.[1], "utf-8", /^text/i.test(type) && "latin1"]) {
    try {
      const text = new TextDecoder(charset || "-", { fatal: true }).decode(bytes);
      return text.includes("\0") ? undefined : text;
    } catch {}
  }
  return;
}

/** Bytes as JSON can hold them. */
export function encodeBytes(bytes: Uint8Array, type: string): { readonly type: string; readonly base64: string } {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { type: type.replace(/;.*/s, "") || "application/octet-stream", base64: btoa(binary) };
}
