import { refuseArgument } from "../errors/refuse-argument.js";
import { addCookie } from "./add-cookie.js";
import { encodeText, printText } from "./encode-text.js";
import { reservedHeaders } from "./reserved-headers.js";

/** Adds an argument to the headers or the cookies. Rejects one that could end a header or replace a reserved one. */
export function addHeader(
  headers: Record<string, string>,
  kind: string,
  name: string,
  value: unknown,
  field: string,
): void {
  if (kind === "cookie") {
    addCookie(headers, name, encodeText(value, field));
    return;
  }
  const text = printText(value);
  if (reservedHeaders.test(name) || /[^\t -~]/.test(text)) throw refuseArgument(field, "is not allowed in a header");
  headers[name.toLowerCase()] = text;
}
