import type { PackDefinition } from "../../runtime/types.js";
import type { Auth, Pack } from "../model/types.js";
import type { ImportSymbol } from "../shared/import-symbol.js";
import type { Planned } from "./planned.js";
import { runtimeSymbols } from "./runtime-symbols.js";

/** What the runtime needs to know about the API (`PackDefinition` of the runtime) as data. */
export function planDefinition({ name, title, baseUrl, auth, bindings }: Pack): Planned<PackDefinition> {
  return {
    name,
    title,
    baseUrl,
    ...(auth !== undefined && {
      auth: { send: credentials[auth.in], name: auth.name, prefix: auth.prefix, env: auth.env },
    }),
    bindings: bindings.ids,
  };
}

/** How a key is sent, by its place. */
const credentials: Readonly<Record<Auth["in"], ImportSymbol>> = {
  header: runtimeSymbols.headerKey,
  query: runtimeSymbols.queryKey,
  cookie: runtimeSymbols.cookieKey,
};
