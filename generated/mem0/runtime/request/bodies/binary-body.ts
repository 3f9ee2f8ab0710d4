import { refuseArgument } from "../../errors/refuse-argument.js";
import type { EncodeBody } from "../../operation.js";

/** The bytes of an argument that is base64. */
export const binaryBody: EncodeBody = (value, field) => {
  try {
    const bytes = Uint8Array.from(atob(value as string), (char) => char.charCodeAt(0));
    return { body: bytes.buffer, mediaType: "application/octet-stream" };
  } catch {
    throw refuseArgument(field, "must be base64");
  }
};
