import type { ModelContext } from "../context.js";
import { checkServers } from "./choose-server.js";
import { exampleServer, findServerFault, findServerThreat, normalizeServer, showServerUrl } from "./server-url.js";

/** Where requests go: one of the two is set. */
export interface BaseUrl {
  /** Undefined where the document names no server that can be used: the host of the pack says where it is. */
  readonly baseUrl: string | undefined;
  /** Then what that may look like: `https://HOST/api/v3`. */
  readonly baseUrlExample: string | undefined;
}

/** The base URL of the overrides, or the first server of the document that can be used. */
export function readBaseUrl(context: ModelContext): BaseUrl {
  const { document, loaded, reporter, server } = context;
  checkServers(document.servers, "", reporter);
  const chosen = loaded.overrides.pack?.baseUrl;
  const fault = chosen === undefined ? undefined : findServerFault(chosen, false);
  if (chosen !== undefined && fault !== undefined)
    reporter.overrides({
      code: "bad-server",
      pointer: "/pack/baseUrl",
      message: `The base URL ${JSON.stringify(showServerUrl(chosen))} ${fault}.`,
      fix: "Use an https URL without user name, query or fragment.",
    });
  if (chosen === undefined) reportFault(context);
  const url = chosen ?? server.url;
  if (url === undefined || fault !== undefined)
    return { baseUrl: undefined, baseUrlExample: exampleServer(server.first ?? "") };
  return { baseUrl: normalizeServer(url), baseUrlExample: undefined };
}

function reportFault({ reporter, server: { url, first, fault, pointer } }: ModelContext): void {
  if ((url !== undefined && fault === undefined) || findServerThreat(first ?? "") !== undefined) return;
  const none = "the pack has no base URL and asks for one when it is created";
  const named = `The server ${JSON.stringify(showServerUrl(first ?? ""))} ${fault}`;
  const example = exampleServer(first ?? "");
  reporter.spec({
    code: "unusable-server",
    severity: "warning",
    pointer: fault === undefined ? "" : pointer,
    message: `${fault === undefined ? "The document names no server" : named}, so ${url === undefined ? none : `${url} is used`}.`,
    fix:
      url === undefined
        ? `Set \`pack.baseUrl\` in the overrides, such as ${example}, or pass \`baseUrl\` when you create the pack.`
        : "Set `pack.baseUrl` in the overrides if that is not the one you want.",
  });
}
