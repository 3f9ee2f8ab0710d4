import { ToolpackError } from "../errors/toolpack-error.js";
import type { AuthDefinition } from "../types.js";

/** What a host's function returns. An error may contain the key, so it counts as a missing key. */
export async function askKey(ask: () => string | Promise<string>): Promise<string> {
  try {
    return (await ask()) ?? "";
  } catch {
    return "";
  }
}

/** The key for one call: the given one, or the one in the variable. */
export function readKey({ env }: AuthDefinition, given: string | undefined): string {
  const variables = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env;
  const key = given ?? variables?.[env];
  if (!key) throw new ToolpackError("no_api_key", `Missing API key: set ${env} or pass apiKey`);
  return checkKey(key);
}

/** A key is printable ASCII: anything else is a copying mistake, or an attempt to add a header. Never repeats it. */
export function checkKey(key: unknown): string {
  if (typeof key === "string" && !/[^!-~]/.test(key)) return key;
  throw new ToolpackError("invalid_option", "apiKey contains invalid characters");
}
