export { reservedHeaders } from "../../runtime/request/reserved-headers.js";

/** Whether HTTP can carry this name of a header or a cookie (`token` of RFC 9110): no blank, separator or control character. */
export function isToken(name: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name);
}
