import { ToolpackError } from "../errors/toolpack-error.js";

/** Origin and path that every request begins with. Never repeats what it rejects: it may contain a password. */
export function checkBaseUrl(text: string): string {
  let url: URL | undefined;
  try {
    url = new URL(text);
  } catch {}
  const local = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url?.hostname ?? "");
  if (!url || (url.protocol !== "https:" && !(local && url.protocol === "http:")) || /[@?#]/.test(text)) {
    throw new ToolpackError("invalid_option", "baseUrl must be https (or http on localhost), origin and path only");
  }
  return url.origin + url.pathname.replace(/\/+$/, "");
}
