import { ToolpackError } from "../errors/toolpack-error.js";
import type { AuthDefinition, Credential, Security } from "../types.js";
import type { ClientOptions, CredentialCall, CredentialSource } from "./client-options.js";

/** A credential that is ready to be sent: the text to send, then the other texts that must not be shown. */
export interface ReadyCredential {
  readonly auth: AuthDefinition;
  readonly texts: readonly string[];
}

/**
 * Reads the credential of one scheme: what the host passes, else the variables.
 *
 * @throws ToolpackError where there is none, and for one that cannot be sent
 */
export type ReadCredential = (auth: AuthDefinition, call: Omit<CredentialCall, "scheme">) => Promise<ReadyCredential>;

/** Finds what a call needs among several schemes. */
export type ChooseCredentials = (
  security: Security,
  schemes: readonly AuthDefinition[],
  read: ReadCredential,
  context: unknown,
  options: Pick<ClientOptions, "apiKey" | "credentials">,
) => Promise<readonly ReadyCredential[]>;

/** @throws ToolpackError for a scheme that the pack does not have, and for a credential that cannot be sent */
export function createReader(
  schemes: readonly AuthDefinition[],
  { apiKey, credentials = {} }: Pick<ClientOptions, "apiKey" | "credentials">,
): ReadCredential {
  const given = new Map<string | undefined, CredentialSource | undefined>([
    [schemes[0]?.scheme, apiKey],
    ...Object.entries(credentials),
  ]);
  for (const [name, source] of given) {
    const auth = schemes.find(({ scheme }) => scheme === name);
    if (!auth && name) throw new ToolpackError("invalid_option", `credentials: unknown scheme ${name}`);
    if (auth && source && typeof source !== "function") prepare(auth, source);
  }
  return async (auth, call) => {
    const { env, scheme } = auth;
    let value = given.get(scheme);
    try {
      if (typeof value === "function") value = (await value({ ...call, scheme })) ?? "";
    } catch {
      // An error may contain the key. A variable instead would be somebody else's.
      value = "";
    }
    value ??= readVariables(env);
    if (value) return prepare(auth, value as Credential);
    throw new ToolpackError("no_api_key", `Missing API key: set ${env.join(" and ")} or pass apiKey`);
  };
}

/** The value of the only variable, or user name and password. */
function readVariables(names: readonly string[]): string {
  const { env = {} } = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process ?? {};
  const values = names.map((name) => env[name]);
  return values[0] ? values.join(":") : "";
}

/**
 * What is sent is printable ASCII that neither begins nor ends with a blank: anything else is a copying mistake, or an
 * attempt to add a header. Never repeats it.
 */
function prepare(auth: AuthDefinition, credential: Credential): ReadyCredential {
  const texts = auth.encode?.(credential) ?? [credential as string];
  const [text] = texts;
  if (typeof text === "string" && !/^ |[^ -~]| $/.test(text)) return { auth, texts };
  throw new ToolpackError("invalid_option", `Invalid characters in the key of ${auth.scheme}`);
}
