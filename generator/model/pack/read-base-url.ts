import { asList } from "../../shared/json.js";
import type { ModelContext } from "../context.js";
import { findServerFault, findServerThreat, readServerUrl, showServerUrl } from "./server-url.js";

/** Where requests go: the base URL of the overrides, or the first server of the document. */
export function readBaseUrl({ document, loaded, reporter }: ModelContext): string {
  const fix = "Use an https URL without user name, query or fragment.";
  const report = (place: string, url: string, fault: string): { code: string; message: string; fix: string } => ({
    code: "bad-server",
    message: `The ${place} ${JSON.stringify(showServerUrl(url))} ${fault}.`,
    fix,
  });

  const chosen = loaded.overrides.pack?.baseUrl;
  if (chosen !== undefined) {
    const fault = findServerFault(chosen);
    if (fault !== undefined) reporter.overrides({ ...report("base URL", chosen, fault), pointer: "/pack/baseUrl" });
    return fault === undefined ? normalize(chosen) : FALLBACK;
  }
  const [first = "", ...others] = asList(document.servers).map(readServerUrl);
  const fault = findServerFault(first);
  if (fault !== undefined)
    reporter.spec({ ...report("base URL in `servers`", first, fault), pointer: "/servers/0/url" });
  others.forEach((url, index) => {
    const threat = findServerThreat(url);
    if (threat !== undefined)
      reporter.spec({ ...report("URL in `servers`", url, threat), pointer: `/servers/${index + 1}/url` });
  });
  return fault === undefined ? normalize(first) : FALLBACK;
}

const FALLBACK = "http://localhost";

function normalize(url: string): string {
  return new URL(url, FALLBACK).href.replace(/\/+$/, "");
}
