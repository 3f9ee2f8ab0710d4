import { refuseOption } from "../errors/refuse-option.js";
import type { ToolpackError } from "../errors/toolpack-error.js";
import type { AuthDefinition, Credential, Security } from "../types.js";
import type { ClientOptions, CredentialCall, CredentialSource } from "./client-options.js";

/** A credential that is ready to be sent: the text to send, then the other texts that must not be shown. */
export interface ReadyCredential {
  readonly auth: AuthDefinition;
  readonly texts: readonly string[];
}

/**
 * Reads what a call needs; without `security`, everything that is there.
 *
 * @throws ToolpackError where a credential is missing, and for one that cannot be sent
 */
export type ReadCredentials = (security: Security | undefined, context: unknown) => Promise<readonly ReadyCredential[]>;

/**
 * Makes the reader of a client, once.
 *
 * @throws ToolpackError for a scheme that the pack does not have, and for a credential that cannot be sent
 */
export type CreateCredentials = (
  schemes: readonly [AuthDefinition, ...AuthDefinition[]],
  options: Pick<ClientOptions, "apiKey" | "credentials">,
) => ReadCredentials;

/** What the host gives for a call; "" where that is nothing, which is no reason to use a variable: somebody else's key. */
export async function askHost(
  source: CredentialSource | undefined,
  call: CredentialCall,
): Promise<Credential | undefined> {
  try {
    return typeof source === "function" ? ((await source(call)) ?? "") : source;
  } catch {
    // The error may contain the key.
    return "";
  }
}

/** The value of an environment variable. */
export function readVariable(name: string): string | undefined {
  return (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.[name];
}

/**
 * What is sent is printable ASCII that neither begins nor ends with a blank: anything else is a copying mistake, or an
 * attempt to add a header. Never repeats it.
 */
export function checkKey(key: unknown, scheme: string): string {
  if (typeof key === "string" && !/^ |[^ -~]| $/.test(key)) return key;
  throw refuseOption(`Invalid characters in the key of ${scheme}`);
}

export function unknownScheme(name: string): ToolpackError {
  return refuseOption(`credentials: unknown scheme ${name}`);
}
