import { refuseArgument } from "../errors/refuse-argument.js";

/** A value percent-encoded for a query, a cookie or a form. Lone surrogates have no encoding and are refused. */
export function encodeText(value: unknown, field: string): string {
  try {
    return encodeURIComponent(typeof value === "object" ? JSON.stringify(value) : String(value));
  } catch {
    throw refuseArgument(field, "is not well-formed text");
  }
}
