import { refuseOption } from "../errors/refuse-option.js";

/**
 * Origin and path that every request begins with. Never repeats what it rejects: it may contain a password. `example` is
 * what the API's document says of a URL that is missing.
 */
export function checkBaseUrl(text: string | undefined, example: string = "https://HOST"): string {
  let url: URL | undefined;
  try {
    url = new URL(text as string);
  } catch {}
  const local = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url?.hostname ?? "");
  if (!url || (url.protocol !== "https:" && !(local && url.protocol === "http:")) || /[@?#{}]/.test(text as string)) {
    const rule =
      text === undefined
        ? `is required, such as ${example}`
        : "must be https (or http on localhost), origin and path only";
    throw refuseOption(`baseUrl ${rule}`);
  }
  return url.origin + url.pathname.replace(/\/+$/, "");
}
