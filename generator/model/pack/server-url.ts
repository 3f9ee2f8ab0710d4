import { asObject, asText, type Json, ownValue } from "../../shared/json.js";

/** The URL of a server with the defaults of its variables; "" where it has none. */
export function readServerUrl(server: Json | undefined): string {
  const { url, variables } = asObject(server) ?? {};
  return asText(url).replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const value = asText(asObject(ownValue(asObject(variables), name))?.default);
    return value === "" ? whole : value;
  });
}

/** What makes a base URL unusable, if anything; a relative one is usable. */
export function findServerFault(url: string): string | undefined {
  const [, variable] = /\{([^{}]*)\}/.exec(url) ?? [];
  if (variable !== undefined) return `has the variable {${variable}} without a default`;
  if (/[{}\\\s]/.test(url)) return "contains a brace, a space or a backslash";
  const threat = findServerThreat(url);
  if (threat !== undefined) return threat;
  if (/[?#]/.test(url)) return "contains a query or a fragment";
  const absolute = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url);
  if (absolute && !/^https?:\/\//i.test(url)) return "is not an http or https URL";
  return URL.canParse(url, "http://localhost") ? undefined : "is not a URL";
}

/** Parts that a legitimate server URL does not contain, whether it is used or not. */
export function findServerThreat(url: string): string | undefined {
  const parsed = URL.canParse(url, "http://localhost") ? new URL(url, "http://localhost") : undefined;
  if (parsed !== undefined && parsed.username + parsed.password !== "") return "contains a user name or a password";
  const dots = url.split(/[/\\?#]/).some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment));
  return dots ? "contains a `.` or `..` segment" : undefined;
}

/** The URL as it may be shown: a password must not be repeated on a screen. */
export function showServerUrl(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:)?[/\\]*[^/\\]*@/i, "$1//…@");
}
