import { refuseArgument } from "../errors/refuse-argument.js";

/** A value percent-encoded for a query, a cookie or a form. Lone surrogates have no encoding and are rejected. */
export function encodeText(value: unknown, field: string): string {
  try {
    return encodeURIComponent(printText(value));
  } catch {
    throw refuseArgument(field, "is not well-formed text");
  }
}

/** An argument as text, the same wherever it is sent. */
export function printText(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
