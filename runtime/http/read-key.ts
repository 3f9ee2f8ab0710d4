import { ToolpackError } from "../errors/toolpack-error.js";
import type { AuthDefinition } from "../types.js";
import type { ClientOptions } from "./client-options.js";

/** The key for one call: from the option, or from the variable. Never repeats what it refuses. */
export async function readKey({ env }: AuthDefinition, option: ClientOptions["apiKey"]): Promise<string> {
  const variables = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env;
  let key: string | undefined;
  try {
    key = typeof option === "function" ? await option() : (option ?? variables?.[env]);
  } catch {
    // What a host's function throws may hold the key.
  }
  if (!key) throw new ToolpackError("no_api_key", `No API key: set ${env} or give apiKey`);
  checkKey(key);
  return key;
}

/** A key is printable ASCII: anything else is a copying mistake, or an attempt to add a header. */
export function checkKey(key: unknown): void {
  if (typeof key !== "string" || /[^!-~]/.test(key)) {
    throw new ToolpackError("invalid_option", "apiKey holds characters that no key has");
  }
}
