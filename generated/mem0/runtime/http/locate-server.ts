import { refuseOption } from "../errors/refuse-option.js";
import { own } from "../json.js";
import type { LocateServer } from "../operation.js";
import { checkBaseUrl } from "./check-base-url.js";

/**
 * Finds the server of an operation that has its own. A host that moves the pack to another base URL must say where that
 * one is too: the key must not go to a server that nobody chose. Nor is one used that a parser of URLs would only read as an
 * address: one that the document gives is in the normal form of it.
 */
export const locateServer: LocateServer = (url, base, declared, servers) => {
  const mapped = own(servers, url);
  const absolute = base === declared ? url : "";
  const given = url.startsWith("/") ? new URL(base).origin + url.replace(/\/+$/, "") : absolute;
  let found: string | undefined;
  try {
    found = checkBaseUrl(mapped ?? given);
  } catch {}
  if (found !== undefined && (mapped !== undefined || found === given)) return found;
  const key = JSON.stringify(url);
  throw refuseOption(
    `This action has a server of its own: pass servers: { ${key}: <https URL> } (--server-url ${key}=<https URL>)`,
  );
};
