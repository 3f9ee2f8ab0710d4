import { addCookie } from "../request/add-cookie.js";
import type { AuthDefinition } from "../types.js";

/** Puts a key that is no header where the API wants it, and answers the URL. */
export function addKey(url: string, headers: Record<string, string>, auth: AuthDefinition, value: string): string {
  const text = encodeURIComponent(value);
  if (auth.in === "query") return `${url}${url.includes("?") ? "&" : "?"}${auth.name}=${text}`;
  addCookie(headers, auth.name, text);
  return url;
}
