import { ToolpackError } from "../errors/toolpack-error.js";
import { own } from "../json.js";
import type { LocateServer } from "../operation.js";
import { checkBaseUrl } from "./check-base-url.js";

/**
 * Finds the server of an operation that has its own. A host that moves the pack to another base URL must say where that
 * one is too: the key must not go to a server that nobody chose.
 */
export const locateServer: LocateServer = (url, base, declared, servers) => {
  const mapped = own(servers, url);
  if (mapped === undefined && url.startsWith("/")) return new URL(base).origin + url.replace(/\/+$/, "");
  try {
    return checkBaseUrl(mapped ?? (base === declared ? url : ""));
  } catch {
    const key = JSON.stringify(url);
    throw new ToolpackError(
      "invalid_option",
      `This action has a server of its own: pass servers: { ${key}: <https URL> } (--server-url ${key}=<https URL>)`,
    );
  }
};
