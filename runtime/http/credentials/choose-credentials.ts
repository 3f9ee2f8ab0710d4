import { ToolpackError } from "../../errors/toolpack-error.js";
import { own } from "../../json.js";
import type { AuthDefinition, Credential, Security } from "../../types.js";
import type { CredentialSource } from "../client-options.js";
import {
  askHost,
  type CreateCredentials,
  checkKey,
  type ReadyCredential,
  readVariable,
  unknownScheme,
} from "../read-credential.js";

/**
 * For a pack whose operations differ in what they need: the credentials of the first alternative that has all of its own.
 * What the host passes comes before what happens to be in the environment.
 */
export const chooseCredentials: CreateCredentials = (schemes, { apiKey, credentials }) => {
  const named = new Map(schemes.map((auth) => [auth.scheme, auth]));
  const sourceOf = (name: string): CredentialSource | undefined =>
    own(credentials, name) ?? (name === schemes[0].scheme ? apiKey : undefined);
  for (const name of Object.keys(credentials ?? {})) if (!named.has(name)) throw unknownScheme(name);
  for (const auth of schemes) {
    const source = sourceOf(auth.scheme);
    if (source && typeof source !== "function") prepare(auth, source);
  }
  const rank = (alternative: Security[number]): number =>
    Object.keys(alternative).some((name) => sourceOf(name) !== undefined) ? 0 : 1;

  return async (security, context) => {
    // Set when a credential of the host is absent: a variable in its place would be somebody else's key.
    let closed = false;
    const read = async (name: string, scopes: readonly string[]): Promise<ReadyCredential | undefined> => {
      const auth = named.get(name);
      const source = sourceOf(name);
      const given = await askHost(source, { context, scheme: name, scopes });
      closed ||= source !== undefined && !given;
      const value = given ?? (closed || !auth ? "" : readVariables(auth));
      return auth && value ? prepare(auth, value) : undefined;
    };
    const readAll = async (alternative: Security[number]): Promise<readonly (ReadyCredential | undefined)[]> => {
      const found: (ReadyCredential | undefined)[] = [];
      for (const [name, scopes] of Object.entries(alternative)) found.push(await read(name, scopes));
      return found;
    };
    const isReady = (each: ReadyCredential | undefined): each is ReadyCredential => each !== undefined;
    if (!security)
      return (await readAll(Object.fromEntries(schemes.map(({ scheme }) => [scheme, []])))).filter(isReady);

    for (const alternative of [...security].sort((a, b) => rank(a) - rank(b))) {
      const found = await readAll(alternative);
      if (found.every(isReady)) return found;
    }
    const variables = security.map((each) => Object.keys(each).flatMap((name) => named.get(name)?.env ?? []));
    const wanted = variables.map((names) => names.join(" and ")).join(", or ");
    const pass = schemes[1] ? "`credentials`" : "apiKey";
    throw new ToolpackError("no_api_key", `Missing credentials: set ${wanted}, or pass ${pass}`);
  };
};

/** The value of the only variable, or user name and password. */
function readVariables({ env }: AuthDefinition): string {
  const values = env.map(readVariable);
  return values[0] && !values.includes(undefined) ? values.join(":") : "";
}

function prepare(auth: AuthDefinition, credential: Credential): ReadyCredential {
  const texts = auth.encode ? auth.encode(credential) : [credential as string];
  checkKey(texts[0], auth.scheme);
  return { auth, texts };
}
