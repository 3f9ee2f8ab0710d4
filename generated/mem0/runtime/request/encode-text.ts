import { refuseArgument } from "../errors/refuse-argument.js";
import { printText } from "./print-text.js";

/** A value percent-encoded for a query, a cookie or a form. Lone surrogates have no encoding and are refused. */
export function encodeText(value: unknown, field: string): string {
  try {
    return encodeURIComponent(printText(value));
  } catch {
    throw refuseArgument(field, "is not well-formed text");
  }
}
