import type { AuthDefinition, PackDefinition } from "../../runtime/types.js";
import type { Carrier, Scheme, Security } from "../model/security/types.js";
import type { Model, Pack } from "../model/types.js";
import type { ImportSymbol } from "../shared/import-symbol.js";
import type { JsonObject } from "../shared/json.js";
import { compareText } from "../shared/order.js";
import type { Planned } from "./planned.js";
import { runtimeSymbols } from "./runtime-symbols.js";

/** What the runtime needs to know about the API (`PackDefinition` of the runtime) as data. */
export function planDefinition({ pack, actions }: Pick<Model, "actions" | "pack">): Planned<PackDefinition> {
  const { name, title, baseUrl, baseUrlExample, bindings, schemes, security } = pack;
  const auth = schemes.flatMap((scheme) => (scheme.sentAs === undefined ? [planAuth(scheme)] : []));
  // Code for one key, which is the usual case, is a fraction of the code that chooses.
  const isOneKey =
    schemes.every(({ credential }) => credential === "key") &&
    auth.length === 1 &&
    actions.every(({ security: needed }) => needed.length < 2 && !hasScopes(needed));
  const servers = listOwnServers(actions);
  return {
    name,
    title,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(baseUrlExample !== undefined && { baseUrlExample }),
    ...(servers.length > 0 && { servers }),
    ...(auth.length > 0 && {
      auth,
      credentials: isOneKey ? runtimeSymbols.oneKey : runtimeSymbols.chooseCredentials,
    }),
    ...(security.length > 0 && { security }),
    bindings: bindings.ids,
  };
}

/** The addresses besides the base URL that actions are sent to; a path is on the same host. */
function listOwnServers(actions: Model["actions"]): readonly string[] {
  const servers = new Set(actions.flatMap(({ operation: { server = "/" } }) => (server.startsWith("/") ? [] : server)));
  return [...servers].sort(compareText);
}

/** What hosts read of the schemes: as the document declares them, by name; undefined for none. */
export function planSchemes({ schemes }: Pack): JsonObject | undefined {
  return schemes.length === 0 ? undefined : Object.fromEntries(schemes.map(({ name, declared }) => [name, declared]));
}

function planAuth({ name, parameter, prefix, env, credential, in: place }: Scheme): Planned<AuthDefinition> {
  return {
    scheme: name,
    send: senders[place],
    ...(credential === "basic" && { encode: runtimeSymbols.encodeBasic }),
    name: parameter,
    prefix,
    env,
  };
}

/** How a credential is sent, by its place. */
const senders: Readonly<Record<Carrier["in"], ImportSymbol>> = {
  header: runtimeSymbols.headerKey,
  query: runtimeSymbols.queryKey,
  cookie: runtimeSymbols.cookieKey,
};

function hasScopes(security: Security): boolean {
  return security.some((alternative) => Object.values(alternative).some((scopes) => scopes.length > 0));
}
