import { asList, type Json } from "../../shared/json.js";
import type { ModelContext } from "../context.js";
import { type ChosenServer, checkServers, chooseServer } from "../pack/choose-server.js";
import { findServerFault, findServerThreat, isRelative, normalizeServer, showServerUrl } from "../pack/server-url.js";
import type { RawOperation } from "./raw-operation.js";

/**
 * The server that an operation or its path names for itself: an absolute URL, or a path on the host of the base URL.
 * Undefined where that is the server of the document.
 */
export function readOwnServer({ server }: ModelContext, { item, raw }: RawOperation): string | undefined {
  const list = [raw.servers, item.value.servers].find((each) => asList(each).length > 0);
  const own = chooseServer(list, "", true);
  const url = own.url ?? own.first;
  return url === undefined || isSame(own, server) ? undefined : printServer(url);
}

/** Reports what is odd about the servers of an operation or a path. `base` is its pointer. */
export function checkOwnServers(
  { loaded, reporter, server }: ModelContext,
  list: Json | undefined,
  base: string,
): void {
  checkServers(list, base, reporter);
  const own = chooseServer(list, base, true);
  const { url, first, fault, pointer } = own;
  if (first === undefined || isSame(own, server) || findServerThreat(first) !== undefined) return;
  const chosen = loaded.overrides.pack?.baseUrl;
  const report = (message: string, key: string): void =>
    reporter.spec({
      code: fault === undefined ? "own-server" : "unusable-server",
      severity: "warning",
      pointer,
      message,
      fix: `Pass \`servers\` when you create the pack: { ${JSON.stringify(key)}: "https://HOST" }.`,
    });
  if (fault !== undefined) {
    const used = url === undefined ? "its operations wait for another" : `${url} is used`;
    report(`The server ${JSON.stringify(showServerUrl(first))} ${fault}, so ${used}.`, printServer(url ?? first));
  } else if (chosen !== undefined && !isRelative(first))
    report(`\`pack.baseUrl\` does not apply to the operations with the server ${first}.`, printServer(first));
}

/** The key of the option `servers`. Only what can be used is in the form in which the runtime sends to it unasked. */
function printServer(url: string): string {
  return findServerFault(url, true) === undefined ? normalizeServer(url) : showServerUrl(url);
}

function isSame(own: ChosenServer, shared: ChosenServer): boolean {
  const texts = [own, shared].map(({ url, first }) => url ?? first);
  const [a, b] = texts.map((url) => (url === undefined ? undefined : printServer(url)));
  return a === b || own.first === shared.first;
}
