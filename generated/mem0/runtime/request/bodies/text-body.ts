import type { EncodeBody } from "../../operation.js";

/** A string as it is. */
export const textBody: EncodeBody = (value) => ({ body: String(value), mediaType: "text/plain" });
