import { asObject, type Json, ownValue } from "../../shared/json.js";

/** The URL of a server with the defaults of its variables; `//host` is https. Undefined where it has none. */
export function readServerUrl(server: Json | undefined): string | undefined {
  const { url, variables } = asObject(server) ?? {};
  if (typeof url !== "string") return undefined;
  return url
    .replace(/\{([^{}]+)\}/g, (whole, name: string) => {
      const value = asObject(ownValue(asObject(variables), name))?.default;
      return typeof value === "string" || typeof value === "number" ? `${value}` : whole;
    })
    .replace(/^(?=\/\/)/, "https:");
}

/** Where an address has no value but a placeholder, since a default is one: `agent_url` with the default `{your-url}`. */
export function findPlaceholder(server: Json | undefined): string | undefined {
  const { url, variables } = asObject(server) ?? {};
  for (const [, name = ""] of typeof url === "string" ? url.matchAll(/\{([^{}]+)\}/g) : []) {
    const value = asObject(ownValue(asObject(variables), name))?.default;
    const [placeholder] = typeof value === "string" ? (/\{[^{}]*\}/.exec(value) ?? []) : [];
    if (placeholder !== undefined) return `has the variable {${name}} whose default is the placeholder ${placeholder}`;
  }
  return undefined;
}

/**
 * Why requests cannot be sent to a server, as the end of a sentence; undefined for an address that can be used. `relative`
 * says whether that may be a path on another server's host.
 */
export function findServerFault(url: string, relative: boolean): string | undefined {
  const [, variable] = /\{([^{}]*)\}/.exec(url) ?? [];
  if (variable !== undefined) return `has the variable {${variable}} without a default`;
  const threat = findServerThreat(url);
  if (threat !== undefined) return threat;
  if (/[{}\\\s]/.test(url)) return "contains a brace, a space or a backslash";
  const isPath = isRelative(url);
  if (isPath && !relative) return "is relative to an address that the document does not name";
  if (!isPath && !/^[a-z][a-z0-9+.-]*:\/\//i.test(url)) return "has no scheme";
  if (!isPath && (!/^https?:/i.test(url) || !URL.canParse(url))) return "is not an http or https URL";
  if (/[?#]/.test(url)) return "contains a query or a fragment";
  return isPath || isSafe(url) ? undefined : "is not https";
}

/** Parts that a legitimate server URL does not contain, whether it is used or not. */
export function findServerThreat(url: string): string | undefined {
  // As a URL parser reads it, which drops these characters.
  const plain = url.replace(/\p{Cc}/gu, "");
  const parsed = URL.canParse(plain, "http://localhost") ? new URL(plain, "http://localhost") : undefined;
  if (parsed !== undefined && parsed.username + parsed.password !== "") return "contains a user name or a password";
  const dots = plain.split(/[/\\?#]/).some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment));
  return dots ? "contains a `.` or `..` segment" : undefined;
}

/** A path on a host that the document does not name: `/api/v3`. */
export function isRelative(url: string): boolean {
  return url === "" || /^\/(?!\/)/.test(url);
}

/** What the host of a pack without a base URL may have to pass: the server that the document means, with an address. */
export function exampleServer(url: string): string {
  if (isRelative(url)) return `https://HOST${url}`;
  const secure = url.replace(/^(?:\{[^{}]*\}|http):\/\//i, "https://");
  if (/^https:\/\/[^\s<>\\@]+$/i.test(secure)) return secure;
  return /^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/\S*)?$/.test(url) ? `https://${url}` : "https://HOST";
}

/** The URL as requests begin with it; a path stays one. */
export function normalizeServer(url: string): string {
  if (isRelative(url)) return new URL(url, "https://host").pathname.replace(/(?<=.)\/+$/, "");
  return new URL(url).href.replace(/\/+$/, "");
}

/** The URL as it may be shown: a password must not be repeated on a screen. */
export function showServerUrl(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:)?[/\\]*[^/\\]*@/i, "$1//…@");
}

/** http is only for this machine, as in the runtime. */
function isSafe(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
