import { refuseArgument } from "../errors/refuse-argument.js";
import { addCookie } from "./add-cookie.js";
import { encodeText } from "./encode-text.js";
import { printText } from "./print-text.js";

// Headers that say who calls, where to, and where a request ends: never an argument's to set.
const reserved =
  /^(authorization|connection|content-length|cookie|host|proxy-.*|te|trailer|transfer-encoding|upgrade)$/i;

/** Adds an argument to the headers, or to the cookies. Refused where it could end a header or take over a reserved one. */
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
  if (reserved.test(name) || /[^\t -~]/.test(text)) throw refuseArgument(field, "cannot stand in a header");
  headers[name.toLowerCase()] = text;
}
