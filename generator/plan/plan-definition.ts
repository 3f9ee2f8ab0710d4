import type { PackDefinition } from "../../runtime/types.js";
import type { Auth, Model } from "../model/types.js";
import type { ImportSymbol } from "../shared/import-symbol.js";
import { compareText } from "../shared/order.js";
import type { Planned } from "./planned.js";
import { runtimeSymbols } from "./runtime-symbols.js";

/** What the runtime needs to know about the API (`PackDefinition` of the runtime) as data. */
export function planDefinition({ pack, actions }: Model): Planned<PackDefinition> {
  const { name, title, baseUrl, baseUrlExample, auth, bindings } = pack;
  const servers = listOwnServers(actions);
  return {
    name,
    title,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(baseUrlExample !== undefined && { baseUrlExample }),
    ...(servers.length > 0 && { servers }),
    ...(auth !== undefined && {
      auth: { send: credentials[auth.in], name: auth.name, prefix: auth.prefix, env: auth.env },
    }),
    bindings: bindings.ids,
  };
}

/** The addresses besides the base URL that actions are sent to; a path is on the same host. */
function listOwnServers(actions: Model["actions"]): readonly string[] {
  const servers = new Set(actions.flatMap(({ operation: { server = "/" } }) => (server.startsWith("/") ? [] : server)));
  return [...servers].sort(compareText);
}

/** How a key is sent, by its place. */
const credentials: Readonly<Record<Auth["in"], ImportSymbol>> = {
  header: runtimeSymbols.headerKey,
  query: runtimeSymbols.queryKey,
  cookie: runtimeSymbols.cookieKey,
};
