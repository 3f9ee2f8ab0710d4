import { refuseArgument } from "../../errors/refuse-argument.js";
import type { EncodeBody } from "../../operation.js";

/** The bytes of an argument that is base64. */
export const binaryBody: EncodeBody = (value, { body }) => ({
  body: readBase64(value, body && "whole" in body ? body.whole : ""),
  mediaType: "application/octet-stream",
});

/** The bytes of a base64 text; `field` is the argument that an error names. */
export function readBase64(text: unknown, field: string): ArrayBuffer {
  try {
    return Uint8Array.from(atob(text as string), (char) => char.charCodeAt(0)).buffer;
  } catch {
    throw refuseArgument(field, "must be base64");
  }
}
